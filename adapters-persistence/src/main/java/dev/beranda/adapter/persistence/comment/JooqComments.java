package dev.beranda.adapter.persistence.comment;

import static dev.beranda.adapter.persistence.jooq.Tables.COMMENT;
import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.select;

import dev.beranda.adapter.persistence.freshness.PublicNews;
import dev.beranda.domain.comment.Answering;
import dev.beranda.domain.comment.Comment;
import dev.beranda.domain.comment.CommentId;
import dev.beranda.domain.comment.Commenter;
import dev.beranda.domain.comment.Comments;
import dev.beranda.domain.comment.Concern;
import dev.beranda.domain.comment.Gist;
import dev.beranda.domain.comment.GuestName;
import dev.beranda.domain.comment.Standing;
import dev.beranda.domain.freshness.Subject;
import dev.beranda.domain.shared.Markdown;
import dev.beranda.domain.shared.SafeHtml;
import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.shared.Typesetter;
import dev.beranda.domain.shared.Typesetting.Typeset;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;

@Singleton
final class JooqComments implements Comments {

    static final String PUBLISHED = "published";
    static final String DELETED = "deleted";

    private static final Markdown NO_TEXT = new Markdown("");

    private final DSLContext sql;
    private final Typesetter typesetter;
    private final PublicNews news;

    JooqComments(DSLContext sql, Typesetter typesetter, PublicNews news) {
        this.sql = sql;
        this.typesetter = typesetter;
        this.news = news;
    }

    @Override
    public Optional<Comment> find(CommentId comment) {
        return sql.select(
                        COMMENT.ID,
                        COMMENT.POST_ID,
                        COMMENT.PATH,
                        COMMENT.ANSWERED_ID,
                        COMMENT.AUTHOR_ID,
                        COMMENT.GUEST,
                        COMMENT.MARKDOWN,
                        COMMENT.STATE,
                        COMMENT.CONCERN,
                        COMMENT.WRITTEN_AT,
                        COMMENT.WORDED_AT,
                        COMMENT.VERSION)
                .from(COMMENT)
                .where(COMMENT.ID.eq(comment))
                .and(isToBeFound())
                .fetchOptional(mapping(
                        (id, post, path, answered, author, guest, text, state, concern, written, worded, version) ->
                                new Comment(
                                        id,
                                        post,
                                        Paths.read(path),
                                        answering(answered),
                                        author(author, guest),
                                        text,
                                        standing(state, concern),
                                        written,
                                        worded,
                                        version)));
    }

    /// What was said to a post that was deleted for good is gone with it, though it may take a while.
    static Condition isToBeFound() {
        return COMMENT.POST_ID.notIn(select(POST.ID).from(POST).where(POST.DISCARDED));
    }

    /// What was to be answered, the post or the account may have gone in the meantime.
    @Override
    public void add(Comment comment, Typeset typeset) {
        UUID[] path = Paths.stored(comment.place());
        try {
            sql.insertInto(COMMENT)
                    .set(COMMENT.ID, comment.id())
                    .set(COMMENT.POST_ID, comment.post())
                    .set(COMMENT.PATH, path)
                    .set(COMMENT.NEWEST_FIRST, Paths.newestFirst(path))
                    .set(COMMENT.ANSWERED_ID, answered(comment.answering()))
                    .set(COMMENT.AUTHOR_ID, author(comment.author()))
                    .set(COMMENT.GUEST, guest(comment.author()))
                    .set(COMMENT.WRITTEN_AT, comment.writtenAt())
                    .set(COMMENT.VERSION, comment.version())
                    .set(COMMENT.SHOWN, comment.isPublished())
                    .set(standing(comment.standing()))
                    .set(words(comment, typeset))
                    .execute();
        } catch (IntegrityConstraintViolationException _) {
            throw new StaleAggregate("What was commented on");
        }
        tell(comment);
    }

    @Override
    public Comment save(Comment comment) {
        return update(comment, comment.standing() instanceof Standing.Deleted ? nothing() : Map.of());
    }

    @Override
    public Comment reword(Comment comment, Typeset typeset) {
        return update(comment, words(comment, typeset));
    }

    @Override
    public boolean anyPublished(UserId author) {
        return sql.fetchExists(COMMENT, COMMENT.AUTHOR_ID.eq(author).and(COMMENT.STATE.eq(PUBLISHED)));
    }

    private Comment update(Comment comment, Map<Field<?>, Object> words) {
        int saved = sql.update(COMMENT)
                .set(standing(comment.standing()))
                .set(words)
                .set(comment.isPublished() ? Map.of(COMMENT.SHOWN, true) : Map.of())
                .set(COMMENT.VERSION, comment.version() + 1)
                .where(COMMENT.ID.eq(comment.id()).and(COMMENT.VERSION.eq(comment.version())))
                .execute();
        if (saved == 0) {
            throw new StaleAggregate("A comment");
        }
        tell(comment);
        return new Comment(
                comment.id(),
                comment.post(),
                comment.place(),
                comment.answering(),
                comment.author(),
                comment.text(),
                comment.standing(),
                comment.writtenAt(),
                comment.wordedAt(),
                comment.version() + 1);
    }

    private void tell(Comment comment) {
        news.of(Subject.THREADS, Subject.thread(comment.post()));
    }

    private static Map<Field<?>, Object> standing(Standing standing) {
        Map<Field<?>, Object> columns = new HashMap<>();
        columns.put(COMMENT.STATE, word(standing));
        columns.put(COMMENT.CONCERN, standing instanceof Standing.Held(var because) ? because : null);
        return columns;
    }

    private Map<Field<?>, Object> words(Comment comment, Typeset typeset) {
        Map<Field<?>, Object> columns = new HashMap<>();
        columns.put(COMMENT.MARKDOWN, comment.text());
        columns.put(COMMENT.HTML, typeset.html());
        columns.put(COMMENT.EDITION, typesetter.edition());
        columns.put(COMMENT.GIST, Gists.stored(Gist.of(typeset.prose())));
        columns.put(COMMENT.WORDED_AT, comment.wordedAt());
        return columns;
    }

    static Map<Field<?>, Object> nothing() {
        Map<Field<?>, Object> columns = new HashMap<>();
        columns.put(COMMENT.MARKDOWN, NO_TEXT);
        columns.put(COMMENT.HTML, new SafeHtml(""));
        columns.put(COMMENT.GIST, null);
        return columns;
    }

    private static String word(Standing standing) {
        return switch (standing) {
            case Standing.Held _ -> "held";
            case Standing.Published() -> PUBLISHED;
            case Standing.Rejected() -> "rejected";
            case Standing.Spam() -> "spam";
            case Standing.Deleted() -> DELETED;
        };
    }

    private static Standing standing(String word, Concern because) {
        return switch (word) {
            case "held" -> new Standing.Held(because);
            case PUBLISHED -> new Standing.Published();
            case "rejected" -> new Standing.Rejected();
            case "spam" -> new Standing.Spam();
            case DELETED -> new Standing.Deleted();
            default -> throw new IllegalStateException("no comment stands as " + word);
        };
    }

    private static Answering answering(@Nullable CommentId answered) {
        return answered == null ? new Answering.ThePost() : new Answering.Another(answered);
    }

    private static @Nullable CommentId answered(Answering answering) {
        return answering instanceof Answering.Another(var comment) ? comment : null;
    }

    private static Commenter author(@Nullable UserId author, @Nullable GuestName guest) {
        if (author != null) {
            return new Commenter.Known(author);
        }
        return guest == null ? new Commenter.Forgotten() : new Commenter.Guest(guest);
    }

    private static @Nullable GuestName guest(Commenter author) {
        return author instanceof Commenter.Guest(var name) ? name : null;
    }

    private static @Nullable UserId author(Commenter author) {
        return author instanceof Commenter.Known(var user) ? user : null;
    }
}

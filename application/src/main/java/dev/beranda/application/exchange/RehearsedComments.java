package dev.beranda.application.exchange;

import dev.beranda.domain.comment.Comment;
import dev.beranda.domain.comment.CommentId;
import dev.beranda.domain.comment.Comments;
import dev.beranda.domain.shared.Markdown;
import dev.beranda.domain.shared.Typesetting.Typeset;
import dev.beranda.domain.user.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Without their texts, of which there may be more than can be held.
record RehearsedComments(Comments kept, Map<CommentId, Comment> brought) implements Comments {

    private static final Markdown ANYTHING = new Markdown("…");

    static RehearsedComments of(Comments kept) {
        return new RehearsedComments(kept, new HashMap<>());
    }

    @Override
    public Optional<Comment> find(CommentId comment) {
        return Optional.ofNullable(brought.get(comment)).or(() -> kept.find(comment));
    }

    @Override
    public void add(Comment comment, Typeset typeset) {
        save(comment);
    }

    @Override
    public Comment save(Comment comment) {
        Markdown text = comment.text().isBlank() ? comment.text() : ANYTHING;
        brought.put(comment.id(), comment.broughtAgain(text, comment.standing(), comment.wordedAt()));
        return comment;
    }

    @Override
    public Comment reword(Comment comment, Typeset typeset) {
        return save(comment);
    }

    @Override
    public boolean anyPublished(UserId author) {
        return kept.anyPublished(author)
                || brought.values().stream()
                        .anyMatch(comment ->
                                comment.isPublished() && comment.author().is(author));
    }
}

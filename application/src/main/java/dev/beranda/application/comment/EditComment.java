package dev.beranda.application.comment;

import dev.beranda.application.post.Audience;
import dev.beranda.domain.comment.Comment;
import dev.beranda.domain.comment.CommentId;
import dev.beranda.domain.comment.Comments;
import dev.beranda.domain.comment.EchoJudge;
import dev.beranda.domain.comment.Moderation;
import dev.beranda.domain.comment.Participant;
import dev.beranda.domain.comment.Rewording;
import dev.beranda.domain.comment.Standing;
import dev.beranda.domain.comment.Suspicion;
import dev.beranda.domain.comment.Trust;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.post.Posts;
import dev.beranda.domain.post.Writer;
import dev.beranda.domain.shared.BasedOn;
import dev.beranda.domain.shared.ClientAddress;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Markdown;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.Typesetter;
import dev.beranda.domain.shared.Typesetting;
import dev.beranda.domain.shared.Typesetting.Typeset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Reword one's own comment while the edit window is open. Other words are looked at as if they were new.
public final class EditComment {

    public static final Allowance PER_ACCOUNT = new Allowance("comment-edit", 60, Duration.ofMinutes(10));

    /// @param wording nothing to leave it as it is
    public record Command(
            Participant by,
            CommentId comment,
            BasedOn seen,
            @Nullable Markdown wording,
            ClientAddress from) {}

    public sealed interface Outcome {

        record Done(CommentView comment) implements Outcome {}

        record NoSuchComment() implements Outcome {}

        record NotYours() implements Outcome {}

        /// Somebody saved it since it was seen.
        record Stale() implements Outcome {}

        record TooLate(Instant closedAt) implements Outcome {}

        /// It was rejected or deleted.
        record Settled() implements Outcome {}

        record TooTangled() implements Outcome {}

        record TooManyAttempts(Allowance allowance, Duration retryAfter) implements Outcome {}
    }

    private final Comments comments;
    private final Reputation reputation;
    private final Posts posts;
    private final ThreadReader reader;
    private final JudgeComment judgeComment;
    private final EchoJudge echoJudge;
    private final Moderation moderation;
    private final Typesetter typesetter;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Throttle throttle;
    private final Clock clock;

    public EditComment(
            Comments comments,
            Posts posts,
            ThreadReader reader,
            JudgeComment judgeComment,
            EchoJudge echoJudge,
            Moderation moderation,
            Typesetter typesetter,
            DomainEvents events,
            Transactions transactions,
            Throttle throttle,
            Clock clock) {
        this.comments = comments;
        this.reputation = new Reputation(comments);
        this.posts = posts;
        this.reader = reader;
        this.judgeComment = judgeComment;
        this.echoJudge = echoJudge;
        this.moderation = moderation;
        this.typesetter = typesetter;
        this.events = events;
        this.transactions = transactions;
        this.throttle = throttle;
        this.clock = clock;
    }

    public Outcome edit(Command command) {
        if (throttle.take(PER_ACCOUNT, command.by().id().toString()) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts(PER_ACCOUNT, retryAfter);
        }
        Markdown wording = command.wording();
        if (wording == null) {
            return transactions.write(() -> comments.find(command.comment())
                    .map(comment -> leave(comment, command))
                    .orElseGet(Outcome.NoSuchComment::new));
        }
        return switch (typesetter.remark(wording)) {
            case Typesetting.TooTangled() -> new Outcome.TooTangled();
            case Typeset typeset -> edit(command, wording, typeset);
        };
    }

    private Outcome leave(Comment comment, Command command) {
        if (!comment.author().is(command.by().id())) {
            return notTheirs(comment, command.by());
        }
        return command.seen().covers(comment.version()) ? done(comment, command.by()) : new Outcome.Stale();
    }

    private Outcome edit(Command command, Markdown wording, Typeset typeset) {
        Suspicion suspicion = judgeComment.judge(
                new JudgeComment.Query(command.comment(), command.by(), command.from(), wording, typeset));
        return transactions.write(() -> comments.find(command.comment())
                .map(comment -> edit(comment, command, wording, typeset, suspicion))
                .orElseGet(Outcome.NoSuchComment::new));
    }

    private Outcome edit(Comment comment, Command command, Markdown wording, Typeset typeset, Suspicion suspicion) {
        if (comment.author().is(command.by().id()) && !command.seen().covers(comment.version())) {
            return new Outcome.Stale();
        }
        Instant now = clock.instant();
        Trust trust = trust(comment, command.by());
        Suspicion echo = echoJudge.judge(comment.id(), command.by().id(), trust, typeset.prose(), now);
        Standing received = moderation.receive(trust, suspicion.or(echo));
        return switch (comment.reword(command.by().id(), wording, received, now)) {
            case Rewording.NotTheAuthor() -> notTheirs(comment, command.by());
            case Rewording.WindowClosed(var at) -> new Outcome.TooLate(at);
            case Rewording.Settled() -> new Outcome.Settled();
            case Rewording.Unchanged(var same) -> done(same, command.by());
            case Rewording.Reworded(var reworded, var news) -> {
                comments.reword(reworded, typeset);
                news.forEach(events::append);
                yield done(reworded, command.by());
            }
        };
    }

    private Trust trust(Comment comment, Participant by) {
        var post = posts.find(new PostKey.Id(comment.post())).orElseThrow();
        return reputation.at(post, by);
    }

    private Outcome notTheirs(Comment comment, Participant by) {
        return reader.find(comment.id(), audience(by)).isPresent()
                ? new Outcome.NotYours()
                : new Outcome.NoSuchComment();
    }

    private Outcome done(Comment comment, Participant by) {
        return reader.find(comment.id(), audience(by))
                .<Outcome>map(Outcome.Done::new)
                .orElseGet(Outcome.NoSuchComment::new);
    }

    private static Audience audience(Participant by) {
        return new Audience.One(new Writer(by.id(), by.role()));
    }
}

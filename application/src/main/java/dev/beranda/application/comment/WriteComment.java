package dev.beranda.application.comment;

import dev.beranda.application.post.Audience;
import dev.beranda.domain.comment.Comment;
import dev.beranda.domain.comment.CommentEvent;
import dev.beranda.domain.comment.CommentId;
import dev.beranda.domain.comment.Comments;
import dev.beranda.domain.comment.EchoJudge;
import dev.beranda.domain.comment.Moderation;
import dev.beranda.domain.comment.Participant;
import dev.beranda.domain.comment.Standing;
import dev.beranda.domain.comment.Suspicion;
import dev.beranda.domain.comment.Trust;
import dev.beranda.domain.post.Post;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.post.Posts;
import dev.beranda.domain.post.Writer;
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
import dev.beranda.domain.shared.UuidSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Say something to a post that everybody can read, or to what somebody said to it. Whether it is shown at once depends
/// on the rule of the house, on how well its author is known, and on what it looks like.
public final class WriteComment {

    public static final Allowance PER_ACCOUNT = new Allowance("comment", 30, Duration.ofMinutes(10));
    public static final Allowance PER_NETWORK = new Allowance("comment-network", 120, Duration.ofMinutes(10));

    /// @param parent what it answers; nothing for the post itself
    public record Command(
            Participant by, PostKey post, @Nullable CommentId parent, Markdown text, ClientAddress from) {}

    public sealed interface Outcome {

        record Written(CommentView comment) implements Outcome {}

        record NoSuchPost() implements Outcome {}

        /// It is theirs to work on, but there is nobody yet who could read it.
        record NotPublished() implements Outcome {}

        /// Nobody can read what was to be answered, or it was not said to this post.
        record NoSuchParent() implements Outcome {}

        /// The house takes no comments.
        record Closed() implements Outcome {}

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
    private final UuidSource uuids;
    private final Clock clock;

    public WriteComment(
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
            UuidSource uuids,
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
        this.uuids = uuids;
        this.clock = clock;
    }

    /// Setting a text and judging it takes a while, so neither holds a transaction open.
    public Outcome write(Command command) {
        if (!moderation.takesComments()) {
            return new Outcome.Closed();
        }
        if (throttle.take(PER_ACCOUNT, command.by().id().toString()) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts(PER_ACCOUNT, retryAfter);
        }
        if (throttle.take(PER_NETWORK, command.from().network()) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts(PER_NETWORK, retryAfter);
        }
        return switch (typesetter.remark(command.text())) {
            case Typesetting.TooTangled() -> new Outcome.TooTangled();
            case Typeset typeset -> write(command, typeset, new CommentId(uuids.next()));
        };
    }

    private Outcome write(Command command, Typeset typeset, CommentId id) {
        Suspicion suspicion =
                judgeComment.judge(new JudgeComment.Query(id, command.by(), command.from(), command.text(), typeset));
        return transactions.write(() -> posts.find(command.post())
                .map(post -> write(command, typeset, id, post, suspicion))
                .orElseGet(Outcome.NoSuchPost::new));
    }

    private Outcome write(Command command, Typeset typeset, CommentId id, Post post, Suspicion suspicion) {
        Instant now = clock.instant();
        if (!post.isOpen(now)) {
            return post.isInHandsOf(writer(command.by())) ? new Outcome.NotPublished() : new Outcome.NoSuchPost();
        }
        Trust trust = reputation.at(post, command.by());
        Suspicion echo = echoJudge.judge(id, command.by().id(), trust, typeset.prose(), now);
        Standing standing = moderation.receive(trust, suspicion.or(echo));
        return said(command, id, post, standing, now)
                .<Outcome>map(comment -> new Outcome.Written(add(comment, typeset, command.by(), now)))
                .orElseGet(Outcome.NoSuchParent::new);
    }

    private Optional<Comment> said(Command command, CommentId id, Post post, Standing standing, Instant now) {
        if (command.parent() == null) {
            return Optional.of(Comment.toThePost(id, post.id(), command.by().id(), command.text(), standing, now));
        }
        return comments.find(command.parent())
                .filter(parent -> parent.post().equals(post.id()) && parent.isPublished())
                .map(parent -> parent.answer(id, command.by().id(), command.text(), standing, now));
    }

    private CommentView add(Comment comment, Typeset typeset, Participant by, Instant now) {
        comments.add(comment, typeset);
        events.append(new CommentEvent.Written(comment.id(), comment.post(), by.id(), now));
        if (comment.isPublished()) {
            events.append(new CommentEvent.Published(comment.id(), comment.post(), now));
        }
        return reader.find(comment.id(), new Audience.One(writer(by))).orElseThrow();
    }

    private static Writer writer(Participant by) {
        return new Writer(by.id(), by.role());
    }
}

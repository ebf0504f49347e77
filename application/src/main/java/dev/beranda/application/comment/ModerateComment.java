package dev.beranda.application.comment;

import dev.beranda.application.post.Audience;
import dev.beranda.domain.audit.AuditAction;
import dev.beranda.domain.audit.AuditEntry;
import dev.beranda.domain.audit.AuditLog;
import dev.beranda.domain.comment.Comment;
import dev.beranda.domain.comment.CommentId;
import dev.beranda.domain.comment.Comments;
import dev.beranda.domain.comment.Participant;
import dev.beranda.domain.comment.Reports;
import dev.beranda.domain.comment.Ruling;
import dev.beranda.domain.post.Writer;
import dev.beranda.domain.shared.BasedOn;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Origin;
import dev.beranda.domain.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/// Judge a comment: whether it is shown, not shown, or spam. What readers complained about it is heard with that.
/// Of one that was reworded, who judges it names the version they looked at, so that nothing is let out that nobody
/// read.
public final class ModerateComment {

    public record Command(Participant by, Origin from, CommentId comment, BasedOn seen, Step step) {}

    public enum Step {
        APPROVE,
        REJECT,
        SPAM
    }

    public sealed interface Outcome {

        record Done(CommentView comment) implements Outcome {}

        record NoSuchComment() implements Outcome {}

        record NotAllowed() implements Outcome {}

        /// Somebody saved it since it was seen.
        record Stale() implements Outcome {}

        /// It was reworded, and they did not say what they looked at.
        record WhichWords() implements Outcome {}

        /// It was deleted.
        record Gone() implements Outcome {}
    }

    private final Comments comments;
    private final Reports reports;
    private final ThreadReader reader;
    private final AuditLog log;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public ModerateComment(
            Comments comments,
            Reports reports,
            ThreadReader reader,
            AuditLog log,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        this.comments = comments;
        this.reports = reports;
        this.reader = reader;
        this.log = log;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome moderate(Command command) {
        if (!command.by().moderates()) {
            return new Outcome.NotAllowed();
        }
        return transactions.write(() -> comments.find(command.comment())
                .map(comment -> moderate(comment, command))
                .orElseGet(Outcome.NoSuchComment::new));
    }

    private Outcome moderate(Comment comment, Command command) {
        if (!command.seen().covers(comment.version())) {
            return new Outcome.Stale();
        }
        if (comment.wasReworded() && command.seen() instanceof BasedOn.Any) {
            return new Outcome.WhichWords();
        }
        Instant now = clock.instant();
        return switch (step(comment, command, now)) {
            case Ruling.NotTheirs() -> new Outcome.NotAllowed();
            case Ruling.Gone() -> new Outcome.Gone();
            case Ruling.Unchanged(var same) -> heard(same, command);
            case Ruling.Ruled(var ruled, var event) -> {
                comments.save(ruled);
                events.append(event);
                note(comment, ruled, command, now);
                yield heard(ruled, command);
            }
        };
    }

    private static Ruling step(Comment comment, Command command, Instant now) {
        return switch (command.step()) {
            case APPROVE -> comment.approve(command.by(), now);
            case REJECT -> comment.reject(command.by(), now);
            case SPAM -> comment.markAsSpam(command.by(), now);
        };
    }

    private Outcome heard(Comment comment, Command command) {
        reports.settle(comment.id());
        var audience =
                new Audience.One(new Writer(command.by().id(), command.by().role()));
        return new Outcome.Done(reader.find(comment.id(), audience).orElseThrow());
    }

    private void note(Comment before, Comment after, Command command, Instant now) {
        if (before.author().is(command.by().id())) {
            return;
        }
        log.append(new AuditEntry(
                now,
                command.by().id(),
                command.from(),
                action(command.step()),
                after.id().toString(),
                Map.of("status", CommentStatus.of(before.standing()).word()),
                Map.of("status", CommentStatus.of(after.standing()).word())));
    }

    private static AuditAction action(Step step) {
        return switch (step) {
            case APPROVE -> AuditAction.COMMENT_APPROVED;
            case REJECT -> AuditAction.COMMENT_REJECTED;
            case SPAM -> AuditAction.COMMENT_MARKED_AS_SPAM;
        };
    }
}

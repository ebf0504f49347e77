package dev.beranda.application.comment;

import dev.beranda.application.post.Audience;
import dev.beranda.domain.audit.AuditAction;
import dev.beranda.domain.audit.AuditEntry;
import dev.beranda.domain.audit.AuditLog;
import dev.beranda.domain.comment.Comment;
import dev.beranda.domain.comment.CommentEvent;
import dev.beranda.domain.comment.CommentId;
import dev.beranda.domain.comment.Comments;
import dev.beranda.domain.comment.Participant;
import dev.beranda.domain.comment.Removal;
import dev.beranda.domain.comment.Reports;
import dev.beranda.domain.post.Writer;
import dev.beranda.domain.shared.BasedOn;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Origin;
import dev.beranda.domain.shared.Transactions;
import java.time.Clock;
import java.util.Map;

/// Take a comment back for good: one's own, or anybody's for those who look after the house. Its text is gone; its
/// place is kept for the answers.
public final class DeleteComment {

    public record Command(Participant by, Origin from, CommentId comment, BasedOn seen) {}

    public sealed interface Outcome {

        record Done() implements Outcome {}

        record NoSuchComment() implements Outcome {}

        record NotYours() implements Outcome {}

        /// Somebody saved it since it was seen.
        record Stale() implements Outcome {}
    }

    private final Comments comments;
    private final Reports reports;
    private final ThreadReader reader;
    private final AuditLog log;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public DeleteComment(
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

    public Outcome delete(Command command) {
        return transactions.write(() -> comments.find(command.comment())
                .map(comment -> delete(comment, command))
                .orElseGet(Outcome.NoSuchComment::new));
    }

    private Outcome delete(Comment comment, Command command) {
        return switch (comment.delete(command.by(), clock.instant())) {
            case Removal.NotTheirs() -> notTheirs(comment, command.by());
            case Removal.Unchanged() -> new Outcome.Done();
            case Removal.Removed _ when !command.seen().covers(comment.version()) -> new Outcome.Stale();
            case Removal.Removed(var gone, var event) -> carryOut(comment, gone, event, command);
        };
    }

    private Outcome notTheirs(Comment comment, Participant by) {
        var audience = new Audience.One(new Writer(by.id(), by.role()));
        return reader.find(comment.id(), audience).isPresent() ? new Outcome.NotYours() : new Outcome.NoSuchComment();
    }

    private Outcome carryOut(Comment before, Comment gone, CommentEvent.Deleted event, Command command) {
        comments.save(gone);
        reports.settle(gone.id());
        events.append(event);
        if (!before.author().is(command.by().id())) {
            log.append(new AuditEntry(
                    event.at(),
                    command.by().id(),
                    command.from(),
                    AuditAction.COMMENT_DELETED,
                    gone.id().toString(),
                    Map.of("status", CommentStatus.of(before.standing()).word()),
                    Map.of("status", CommentStatus.DELETED.word())));
        }
        return new Outcome.Done();
    }
}

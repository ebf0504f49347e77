package dev.beranda.application.comment;

import dev.beranda.application.post.Audience;
import dev.beranda.domain.comment.Comment;
import dev.beranda.domain.comment.CommentEvent;
import dev.beranda.domain.comment.CommentId;
import dev.beranda.domain.comment.Comments;
import dev.beranda.domain.comment.Complaint;
import dev.beranda.domain.comment.Report;
import dev.beranda.domain.comment.ReportNote;
import dev.beranda.domain.comment.ReportReason;
import dev.beranda.domain.comment.Reports;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/// Tell those who look after the house that something is wrong with a comment: once each. When enough people do, it is
/// withheld until somebody has looked at it.
public final class ReportComment {

    public static final Allowance PER_ACCOUNT = new Allowance("comment-report", 20, Duration.ofHours(1));

    public record Command(UserId by, CommentId comment, ReportReason reason, ReportNote note) {}

    public sealed interface Outcome {

        /// Now, or once before.
        record Reported() implements Outcome {}

        record NoSuchComment() implements Outcome {}

        record TheirOwn() implements Outcome {}

        record TooManyAttempts(Allowance allowance, Duration retryAfter) implements Outcome {}
    }

    private final Comments comments;
    private final Reports reports;
    private final ThreadReader reader;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Throttle throttle;
    private final Clock clock;

    public ReportComment(
            Comments comments,
            Reports reports,
            ThreadReader reader,
            DomainEvents events,
            Transactions transactions,
            Throttle throttle,
            Clock clock) {
        this.comments = comments;
        this.reports = reports;
        this.reader = reader;
        this.events = events;
        this.transactions = transactions;
        this.throttle = throttle;
        this.clock = clock;
    }

    public Outcome report(Command command) {
        if (throttle.take(PER_ACCOUNT, command.by().toString()) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts(PER_ACCOUNT, retryAfter);
        }
        return transactions.write(() -> comments.find(command.comment())
                .map(comment -> report(comment, command))
                .orElseGet(Outcome.NoSuchComment::new));
    }

    private Outcome report(Comment comment, Command command) {
        if (comment.author().is(command.by())) {
            return new Outcome.TheirOwn();
        }
        if (!isShown(comment)) {
            return new Outcome.NoSuchComment();
        }
        Instant now = clock.instant();
        OptionalInt filed = reports.file(new Report(comment.id(), command.by(), command.reason(), command.note(), now));
        if (filed.isPresent()) {
            events.append(new CommentEvent.Reported(comment.id(), comment.post(), command.by(), now));
            heed(comment.hear(filed.getAsInt(), now));
        }
        return new Outcome.Reported();
    }

    private boolean isShown(Comment comment) {
        return comment.isPublished()
                && reader.find(comment.id(), new Audience.Everybody()).isPresent();
    }

    private void heed(Complaint complaint) {
        switch (complaint) {
            case Complaint.Noted() -> {}
            case Complaint.Heeded(var withheld, var event) -> {
                comments.save(withheld);
                events.append(event);
            }
        }
    }
}

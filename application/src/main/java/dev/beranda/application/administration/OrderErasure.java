package dev.beranda.application.administration;

import dev.beranda.application.privacy.PrepareErasure;
import dev.beranda.domain.audit.AuditAction;
import dev.beranda.domain.audit.AuditEntry;
import dev.beranda.domain.audit.AuditLog;
import dev.beranda.domain.shared.BasedOn;
import dev.beranda.domain.shared.Origin;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.Actor;
import dev.beranda.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/// Have somebody forgotten. They may think better of it as if they had asked themselves; who must not is shut out as
/// well.
public final class OrderErasure {

    public record Command(Actor by, Origin from, UserId user, BasedOn seen) {}

    public sealed interface Outcome {

        record Leaving(Instant end) implements Outcome {}

        record Forgotten() implements Outcome {}

        record NoSuchUser() implements Outcome {}

        record NotAllowed() implements Outcome {}

        record Stale() implements Outcome {}

        record LastAdministrator() implements Outcome {}
    }

    private final PrepareErasure prepareErasure;
    private final AuditLog log;
    private final Transactions transactions;
    private final Clock clock;

    public OrderErasure(PrepareErasure prepareErasure, AuditLog log, Transactions transactions, Clock clock) {
        this.prepareErasure = prepareErasure;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome order(Command command) {
        if (!command.by().mayAdminister(command.user())) {
            return new Outcome.NotAllowed();
        }
        return transactions.write(() -> carryOut(command));
    }

    private Outcome carryOut(Command command) {
        var order = new PrepareErasure.Command(command.user(), command.by().id(), command.seen());
        return switch (prepareErasure.prepare(order)) {
            case PrepareErasure.Outcome.Leaving(var end) -> {
                note(command);
                yield new Outcome.Leaving(end);
            }
            case PrepareErasure.Outcome.Forgotten() -> {
                note(command);
                yield new Outcome.Forgotten();
            }
            case PrepareErasure.Outcome.AlreadyLeaving(var end) -> new Outcome.Leaving(end);
            case PrepareErasure.Outcome.NoSuchUser() -> new Outcome.NoSuchUser();
            case PrepareErasure.Outcome.Stale() -> new Outcome.Stale();
            case PrepareErasure.Outcome.LastAdministrator() -> new Outcome.LastAdministrator();
        };
    }

    private void note(Command command) {
        log.append(new AuditEntry(
                clock.instant(),
                command.by().id(),
                command.from(),
                AuditAction.ERASURE_ORDERED,
                command.user().toString(),
                Map.of("leaving", false),
                Map.of("leaving", true)));
    }
}

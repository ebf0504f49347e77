package dev.beranda.application.administration;

import dev.beranda.application.privacy.CancelErasure;
import dev.beranda.domain.audit.AuditAction;
import dev.beranda.domain.audit.AuditEntry;
import dev.beranda.domain.audit.AuditLog;
import dev.beranda.domain.shared.Origin;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.Actor;
import dev.beranda.domain.user.UserId;
import java.time.Clock;
import java.util.Map;

/// Keep somebody who was to be forgotten.
public final class CallErasureOff {

    public record Command(Actor by, Origin from, UserId user) {}

    public sealed interface Outcome {

        record Done() implements Outcome {}

        record NoSuchUser() implements Outcome {}

        record NotAllowed() implements Outcome {}
    }

    private final CancelErasure cancelErasure;
    private final AuditLog log;
    private final Transactions transactions;
    private final Clock clock;

    public CallErasureOff(CancelErasure cancelErasure, AuditLog log, Transactions transactions, Clock clock) {
        this.cancelErasure = cancelErasure;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome callOff(Command command) {
        if (!command.by().mayAdminister(command.user())) {
            return new Outcome.NotAllowed();
        }
        return transactions.write(() -> carryOut(command));
    }

    private Outcome carryOut(Command command) {
        return switch (cancelErasure.cancel(new CancelErasure.Command(command.user()))) {
            case CancelErasure.Outcome.Kept _ -> {
                note(command);
                yield new Outcome.Done();
            }
            case CancelErasure.Outcome.NotLeaving() -> new Outcome.Done();
            case CancelErasure.Outcome.NoSuchUser() -> new Outcome.NoSuchUser();
        };
    }

    private void note(Command command) {
        log.append(new AuditEntry(
                clock.instant(),
                command.by().id(),
                command.from(),
                AuditAction.ERASURE_CALLED_OFF,
                command.user().toString(),
                Map.of("leaving", true),
                Map.of("leaving", false)));
    }
}

package dev.beranda.application.administration;

import dev.beranda.domain.audit.AuditAction;
import dev.beranda.domain.audit.AuditEntry;
import dev.beranda.domain.audit.AuditLog;
import dev.beranda.domain.factor.Authenticators;
import dev.beranda.domain.factor.FactorEvent;
import dev.beranda.domain.factor.RecoveryCodes;
import dev.beranda.domain.session.Evictions;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Origin;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.Actor;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Take the second factor from somebody who has lost it, and every session with it. Nobody does so to themselves: who
/// still has theirs turns it off by it, and who only found an open session must not.
public final class RemoveSecondFactor {

    public record Command(Actor by, Origin from, UserId user) {}

    public sealed interface Outcome {

        record Removed() implements Outcome {}

        record NotOn() implements Outcome {}

        record NoSuchUser() implements Outcome {}

        record NotAllowed() implements Outcome {}
    }

    private final Users users;
    private final Authenticators authenticators;
    private final RecoveryCodes recoveryCodes;
    private final Evictions evictions;
    private final AuditLog log;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public RemoveSecondFactor(
            Users users,
            Authenticators authenticators,
            RecoveryCodes recoveryCodes,
            Evictions evictions,
            AuditLog log,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        this.users = users;
        this.authenticators = authenticators;
        this.recoveryCodes = recoveryCodes;
        this.evictions = evictions;
        this.log = log;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome remove(Command command) {
        if (!command.by().isAdministrator() || command.by().id().equals(command.user())) {
            return new Outcome.NotAllowed();
        }
        return transactions.write(() ->
                users.find(command.user()).map(user -> carryOut(user, command)).orElseGet(Outcome.NoSuchUser::new));
    }

    private Outcome carryOut(User user, Command command) {
        if (!authenticators.remove(user.id())) {
            return new Outcome.NotOn();
        }
        Instant now = clock.instant();
        recoveryCodes.replace(user.id(), List.of());
        evictions.endAll(user.id(), EndReason.ENDED_BY_ADMINISTRATOR, now);
        events.append(new FactorEvent.TurnedOff(user.id(), now));
        log.append(new AuditEntry(
                now,
                command.by().id(),
                command.from(),
                AuditAction.SECOND_FACTOR_REMOVED,
                user.id().toString(),
                Map.of("second_factor", true),
                Map.of("second_factor", false)));
        return new Outcome.Removed();
    }
}

package dev.beranda.application.administration;

import dev.beranda.application.credential.WithdrawPassword;
import dev.beranda.domain.audit.AuditAction;
import dev.beranda.domain.audit.AuditEntry;
import dev.beranda.domain.audit.AuditLog;
import dev.beranda.domain.letter.LetterEvent;
import dev.beranda.domain.letter.Purpose;
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
import java.util.Map;

/// Have somebody choose a new password: the one they have opens nothing any more, they are logged out everywhere
/// and sent the letter for it. Who orders it learns nothing that would let them in.
public final class OrderPasswordReset {

    public record Command(Actor by, Origin from, UserId user) {}

    public sealed interface Outcome {

        record Ordered() implements Outcome {}

        record NoSuchUser() implements Outcome {}

        record NotAllowed() implements Outcome {}
    }

    private final Users users;
    private final WithdrawPassword withdrawPassword;
    private final Evictions evictions;
    private final AuditLog log;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public OrderPasswordReset(
            Users users,
            WithdrawPassword withdrawPassword,
            Evictions evictions,
            AuditLog log,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        this.users = users;
        this.withdrawPassword = withdrawPassword;
        this.evictions = evictions;
        this.log = log;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome order(Command command) {
        if (!command.by().isAdministrator()) {
            return new Outcome.NotAllowed();
        }
        return transactions.write(() ->
                users.find(command.user()).map(user -> carryOut(user, command)).orElseGet(Outcome.NoSuchUser::new));
    }

    private Outcome carryOut(User user, Command command) {
        Instant now = clock.instant();
        withdrawPassword.withdraw(new WithdrawPassword.Command(user.id()));
        int ended = evictions.endAll(user.id(), EndReason.ENDED_BY_ADMINISTRATOR, now);
        events.append(new LetterEvent.TicketWanted(Purpose.RESET_PASSWORD, user.email(), user.language(), now));
        log.append(new AuditEntry(
                now,
                command.by().id(),
                command.from(),
                AuditAction.PASSWORD_RESET_ORDERED,
                user.id().toString(),
                Map.of("sessions", ended),
                Map.of("sessions", 0)));
        return new Outcome.Ordered();
    }
}

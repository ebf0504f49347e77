package dev.beranda.application.administration;

import dev.beranda.domain.audit.AuditAction;
import dev.beranda.domain.audit.AuditEntry;
import dev.beranda.domain.audit.AuditLog;
import dev.beranda.domain.session.Evictions;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.shared.Origin;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.Actor;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/// Log somebody out of every device.
public final class LogPersonOut {

    public record Command(Actor by, Origin from, UserId user) {}

    public sealed interface Outcome {

        record Done(int ended) implements Outcome {}

        record NoSuchUser() implements Outcome {}

        record NotAllowed() implements Outcome {}
    }

    private final Users users;
    private final Evictions evictions;
    private final AuditLog log;
    private final Transactions transactions;
    private final Clock clock;

    public LogPersonOut(Users users, Evictions evictions, AuditLog log, Transactions transactions, Clock clock) {
        this.users = users;
        this.evictions = evictions;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome logOut(Command command) {
        if (!command.by().isAdministrator()) {
            return new Outcome.NotAllowed();
        }
        return transactions.write(() ->
                users.find(command.user()).map(user -> carryOut(user, command)).orElseGet(Outcome.NoSuchUser::new));
    }

    private Outcome carryOut(User user, Command command) {
        Instant now = clock.instant();
        int ended = evictions.endAll(user.id(), EndReason.ENDED_BY_ADMINISTRATOR, now);
        log.append(new AuditEntry(
                now,
                command.by().id(),
                command.from(),
                AuditAction.SESSIONS_ENDED,
                user.id().toString(),
                Map.of("sessions", ended),
                Map.of("sessions", 0)));
        return new Outcome.Done(ended);
    }
}

package dev.beranda.application.credential;

import dev.beranda.domain.audit.AuditAction;
import dev.beranda.domain.audit.AuditEntry;
import dev.beranda.domain.audit.AuditLog;
import dev.beranda.domain.credential.Credentials;
import dev.beranda.domain.credential.Password;
import dev.beranda.domain.credential.PasswordCredential;
import dev.beranda.domain.credential.PasswordHash;
import dev.beranda.domain.credential.PasswordHasher;
import dev.beranda.domain.credential.PasswordPolicy;
import dev.beranda.domain.shared.ClientAddress;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Language;
import dev.beranda.domain.shared.Origin;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.user.Confirmation;
import dev.beranda.domain.user.DisplayName;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// Give a new installation the administrator its operator named. An installation that has one is left alone.
public final class AppointFirstAdministrator {

    /// Nobody asks over the net: the house does, when it starts.
    private static final Origin AT_HOME = new Origin(new ClientAddress("127.0.0.1", "127.0.0.1"), "start");

    public record Command(EmailAddress email, Password password) {}

    public sealed interface Outcome {

        record Appointed(User administrator) implements Outcome {}

        record ThereIsOne() implements Outcome {}

        /// Somebody signed up with the address. They may not be who the operator means, so nothing is given to them.
        record AddressTaken() implements Outcome {}

        record WeakPassword(PasswordPolicy.Judgement judgement) implements Outcome {}
    }

    private final Users users;
    private final Credentials credentials;
    private final PasswordPolicy policy;
    private final PasswordHasher hasher;
    private final AuditLog log;
    private final DomainEvents events;
    private final Transactions transactions;
    private final UuidSource uuids;
    private final Clock clock;

    public AppointFirstAdministrator(
            Users users,
            Credentials credentials,
            PasswordPolicy policy,
            PasswordHasher hasher,
            AuditLog log,
            DomainEvents events,
            Transactions transactions,
            UuidSource uuids,
            Clock clock) {
        this.users = users;
        this.credentials = credentials;
        this.policy = policy;
        this.hasher = hasher;
        this.log = log;
        this.events = events;
        this.transactions = transactions;
        this.uuids = uuids;
        this.clock = clock;
    }

    public Outcome appoint(Command command) {
        if (users.anybodyIs(Role.ADMIN)) {
            return new Outcome.ThereIsOne();
        }
        var judgement = policy.judge(command.password(), List.of(command.email().value()));
        if (!judgement.isGoodEnough()) {
            return new Outcome.WeakPassword(judgement);
        }
        PasswordHash hash = hasher.hash(command.password());
        return transactions.write(() -> add(command.email(), hash));
    }

    private Outcome add(EmailAddress email, PasswordHash hash) {
        var id = new UserId(uuids.next());
        var username = Username.provisional(id);
        var registration = User.register(
                id, email, username, DisplayName.of(username), Language.ENGLISH, Role.ADMIN, clock.instant());
        if (!users.add(registration.user()).isEmpty()) {
            // Of several nodes that start at once, one is first.
            return users.anybodyIs(Role.ADMIN) ? new Outcome.ThereIsOne() : new Outcome.AddressTaken();
        }
        credentials.add(PasswordCredential.set(id, hash, clock.instant()));
        events.append(registration.event());
        log.append(new AuditEntry(
                clock.instant(),
                id,
                AT_HOME,
                AuditAction.FIRST_ADMINISTRATOR_APPOINTED,
                id.toString(),
                Map.of(),
                Map.of("role", Role.ADMIN.word())));
        return new Outcome.Appointed(vouchedFor(registration.user()));
    }

    /// Whoever runs the house says whose address it is, so the password they chose outlasts the first letter there.
    private User vouchedFor(User user) {
        if (user.confirm(user.email(), clock.instant()) instanceof Confirmation.Confirmed(var confirmed, var event)) {
            events.append(event);
            return users.save(confirmed);
        }
        return user;
    }
}

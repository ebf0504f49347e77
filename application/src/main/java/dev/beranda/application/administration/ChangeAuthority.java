package dev.beranda.application.administration;

import dev.beranda.domain.audit.AuditAction;
import dev.beranda.domain.audit.AuditEntry;
import dev.beranda.domain.audit.AuditLog;
import dev.beranda.domain.shared.BasedOn;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Origin;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.Actor;
import dev.beranda.domain.user.AuthorityChange;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Change what somebody may do: give them a role, shut them out, let them in again. Tokens that still say otherwise are
/// worth nothing from then on. Whatever is asked at once, somebody stays who can change it back.
public final class ChangeAuthority {

    /// @param role nothing to leave it as it is
    /// @param disabled nothing to leave it as it is
    public record Command(
            Actor by,
            Origin from,
            UserId user,
            BasedOn seen,
            @Nullable Role role,
            @Nullable Boolean disabled) {}

    public sealed interface Outcome {

        record Done(User user) implements Outcome {}

        record NoSuchUser() implements Outcome {}

        record NotAllowed() implements Outcome {}

        /// Somebody changed them since they were looked at.
        record Stale() implements Outcome {}

        /// Nobody would be left who may administer.
        record LastAdministrator() implements Outcome {}
    }

    private final Users users;
    private final AuditLog log;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public ChangeAuthority(Users users, AuditLog log, DomainEvents events, Transactions transactions, Clock clock) {
        this.users = users;
        this.log = log;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome change(Command command) {
        if (!command.by().mayAdminister(command.user())) {
            return new Outcome.NotAllowed();
        }
        return transactions.write(() -> {
            Set<UserId> administrators = users.holdAll(Role.ADMIN);
            return users.find(command.user())
                    .map(user -> decide(user, administrators, command))
                    .orElseGet(Outcome.NoSuchUser::new);
        });
    }

    private Outcome decide(User user, Set<UserId> administrators, Command command) {
        if (!command.seen().covers(user.version())) {
            return new Outcome.Stale();
        }
        Role role = command.role() == null ? user.role() : command.role();
        boolean disabled = command.disabled() == null ? user.disabled() : command.disabled();
        if (administrators.equals(Set.of(user.id())) && (role != Role.ADMIN || disabled)) {
            return new Outcome.LastAdministrator();
        }
        return carryOut(user, user.allow(role, disabled, command.by().id(), clock.instant()), command);
    }

    private Outcome carryOut(User before, AuthorityChange change, Command command) {
        if (change.events().isEmpty()) {
            return new Outcome.Done(before);
        }
        User after = users.save(change.user());
        change.events().forEach(events::append);
        note(before, after, command);
        return new Outcome.Done(after);
    }

    private void note(User before, User after, Command command) {
        if (before.role() != after.role()) {
            var was = before.role().word();
            var is = after.role().word();
            note(AuditAction.ROLE_ASSIGNED, Map.of("role", was), Map.of("role", is), command);
        }
        if (before.disabled() != after.disabled()) {
            var action = after.disabled() ? AuditAction.USER_DISABLED : AuditAction.USER_ENABLED;
            note(action, Map.of("disabled", before.disabled()), Map.of("disabled", after.disabled()), command);
        }
    }

    private void note(AuditAction action, Map<String, Object> before, Map<String, Object> after, Command command) {
        Instant now = clock.instant();
        String subject = command.user().toString();
        log.append(new AuditEntry(now, command.by().id(), command.from(), action, subject, before, after));
    }
}

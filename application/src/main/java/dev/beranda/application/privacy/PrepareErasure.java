package dev.beranda.application.privacy;

import dev.beranda.domain.privacy.PersonalRecords;
import dev.beranda.domain.session.Evictions;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.shared.BasedOn;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.Parting;
import dev.beranda.domain.user.Stay;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserEvent;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// Take leave of somebody: they are out everywhere at once, and forgotten when the time to think better of it is over.
/// Whoever asks for it has shown by then that they may.
public final class PrepareErasure {

    public record Command(UserId user, UserId by, BasedOn seen) {}

    /// @param grace how long somebody may think better of it; none at all where it is zero
    public record ErasureRules(Duration grace) {}

    public sealed interface Outcome {

        record Leaving(Instant end) implements Outcome {}

        /// It was said before.
        record AlreadyLeaving(Instant end) implements Outcome {}

        /// There is no time to think better of it.
        record Forgotten() implements Outcome {}

        record NoSuchUser() implements Outcome {}

        /// Somebody changed them since they were looked at.
        record Stale() implements Outcome {}

        /// Nobody would be left who may administer.
        record LastAdministrator() implements Outcome {}
    }

    private final Users users;
    private final Evictions evictions;
    private final PersonalRecords records;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;
    private final ErasureRules rules;

    public PrepareErasure(
            Users users,
            Evictions evictions,
            PersonalRecords records,
            DomainEvents events,
            Transactions transactions,
            Clock clock,
            ErasureRules rules) {
        this.users = users;
        this.evictions = evictions;
        this.records = records;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        this.rules = rules;
    }

    public Outcome prepare(Command command) {
        return transactions.write(() ->
                users.find(command.user()).map(user -> decide(user, command)).orElseGet(Outcome.NoSuchUser::new));
    }

    private Outcome decide(User user, Command command) {
        if (!command.seen().covers(user.version())) {
            return new Outcome.Stale();
        }
        if (user.role() == Role.ADMIN && users.holdAll(Role.ADMIN).equals(Set.of(user.id()))) {
            return new Outcome.LastAdministrator();
        }
        Instant now = clock.instant();
        return rules.grace().isZero() ? forget(user, now) : takeLeave(user, command, now);
    }

    private Outcome forget(User user, Instant now) {
        records.forget(user.id());
        events.append(new UserEvent.Forgotten(user.id(), now));
        return new Outcome.Forgotten();
    }

    private Outcome takeLeave(User user, Command command, Instant now) {
        if (user.stay() instanceof Stay.Until(Instant end)) {
            return new Outcome.AlreadyLeaving(end);
        }
        Instant end = now.plus(rules.grace());
        if (user.leave(end, command.by(), now) instanceof Parting.Changed(var leaving, var event)) {
            users.save(leaving);
            evictions.endAll(user.id(), EndReason.ERASURE, now);
            events.append(event);
        }
        return new Outcome.Leaving(end);
    }
}

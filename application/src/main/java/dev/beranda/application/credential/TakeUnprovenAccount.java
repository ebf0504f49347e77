package dev.beranda.application.credential;

import dev.beranda.domain.session.Evictions;
import dev.beranda.domain.session.FamiliarDevices;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.user.Confirmation;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.time.Instant;

/// Take over an account of whose address nobody had shown yet that it is theirs, by reading a letter there. Whoever
/// opened it may have lain in wait: they are out, and what they set up is taken down. An account whose address was
/// shown before stays as it is.
///
/// To be called in the transaction in which the letter is used, after the password of before was put out of force:
/// whoever is just coming in holds it, and so is in before the sessions are looked for.
public final class TakeUnprovenAccount {

    public record Command(User user) {}

    public sealed interface Outcome {

        record Taken(User user) implements Outcome {}

        record ProvenBefore(User user) implements Outcome {}
    }

    private final Users users;
    private final Evictions evictions;
    private final FamiliarDevices devices;
    private final TakeDownNewDoors takeDownNewDoors;
    private final DomainEvents events;
    private final Clock clock;

    public TakeUnprovenAccount(
            Users users,
            Evictions evictions,
            FamiliarDevices devices,
            TakeDownNewDoors takeDownNewDoors,
            DomainEvents events,
            Clock clock) {
        this.users = users;
        this.evictions = evictions;
        this.devices = devices;
        this.takeDownNewDoors = takeDownNewDoors;
        this.events = events;
        this.clock = clock;
    }

    public Outcome take(Command command) {
        User user = command.user();
        Instant now = clock.instant();
        if (!(user.confirm(user.email(), now) instanceof Confirmation.Confirmed(var confirmed, var event))) {
            return new Outcome.ProvenBefore(user);
        }
        users.save(confirmed);
        events.append(event);
        evictions.endAll(user.id(), EndReason.ADDRESS_PROVEN, now);
        devices.forgetSince(user.id(), Instant.EPOCH);
        takeDownNewDoors.takeDown(new TakeDownNewDoors.Command(confirmed, Instant.EPOCH));
        return new Outcome.Taken(confirmed);
    }
}

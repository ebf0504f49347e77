package dev.beranda.application.credential;

import dev.beranda.domain.letter.LetterEvent.TicketWanted;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.session.Evictions;
import dev.beranda.domain.session.FamiliarDevices;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.user.User;
import java.time.Clock;
import java.time.Instant;

/// Shut everybody out of an account in which a stranger was: the password, which they may know, opens nothing any more,
/// what was set up since they came is taken down, and a letter is on its way with which to choose another. To be called
/// in the transaction in which the owner's letter is used.
public final class ShutEverybodyOut {

    /// @param since when the stranger came
    public record Command(User user, Instant since, EndReason reason) {}

    public sealed interface Outcome {

        /// @param passwordWithdrawn whether a letter follows
        record Out(boolean passwordWithdrawn) implements Outcome {}
    }

    private final WithdrawPassword withdrawPassword;
    private final FamiliarDevices devices;
    private final Evictions evictions;
    private final TakeDownNewDoors takeDownNewDoors;
    private final DomainEvents events;
    private final Clock clock;

    public ShutEverybodyOut(
            WithdrawPassword withdrawPassword,
            FamiliarDevices devices,
            Evictions evictions,
            TakeDownNewDoors takeDownNewDoors,
            DomainEvents events,
            Clock clock) {
        this.withdrawPassword = withdrawPassword;
        this.devices = devices;
        this.evictions = evictions;
        this.takeDownNewDoors = takeDownNewDoors;
        this.events = events;
        this.clock = clock;
    }

    public Outcome.Out shutOut(Command command) {
        User user = command.user();
        Instant now = clock.instant();
        boolean withdrawn = withdrawPassword.withdraw(new WithdrawPassword.Command(user.id()))
                instanceof WithdrawPassword.Outcome.Withdrawn;
        evictions.endAll(user.id(), command.reason(), now);
        devices.forgetSince(user.id(), command.since());
        takeDownNewDoors.takeDown(new TakeDownNewDoors.Command(user, command.since()));
        if (withdrawn) {
            events.append(new TicketWanted(Purpose.RESET_PASSWORD, user.email(), user.language(), now));
        }
        return new Outcome.Out(withdrawn);
    }
}

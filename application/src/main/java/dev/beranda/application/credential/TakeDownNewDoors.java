package dev.beranda.application.credential;

import dev.beranda.domain.factor.Authenticators;
import dev.beranda.domain.factor.FactorEvent;
import dev.beranda.domain.factor.RecoveryCodes;
import dev.beranda.domain.identity.Identities;
import dev.beranda.domain.identity.IdentityEvent;
import dev.beranda.domain.letter.Annulment;
import dev.beranda.domain.passkey.PasskeyEvent;
import dev.beranda.domain.passkey.Passkeys;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Take down what was set up on an account since a stranger came: a second factor of theirs would keep the owner
/// out for good, and a door of theirs would let them in again. To be called in the transaction that shows the
/// stranger out.
public final class TakeDownNewDoors {

    public record Command(User user, Instant since) {}

    private final Authenticators authenticators;
    private final RecoveryCodes recoveryCodes;
    private final Identities identities;
    private final Passkeys passkeys;
    private final Annulment annulment;
    private final DomainEvents events;
    private final Clock clock;

    public TakeDownNewDoors(
            Authenticators authenticators,
            RecoveryCodes recoveryCodes,
            Identities identities,
            Passkeys passkeys,
            Annulment annulment,
            DomainEvents events,
            Clock clock) {
        this.authenticators = authenticators;
        this.recoveryCodes = recoveryCodes;
        this.identities = identities;
        this.passkeys = passkeys;
        this.annulment = annulment;
        this.events = events;
        this.clock = clock;
    }

    public void takeDown(Command command) {
        UserId user = command.user().id();
        Instant now = clock.instant();
        annulment.annul(user, command.user().email(), now);
        takeDownApp(user, command.since(), now);
        takeDownIdentities(user, command.since(), now);
        takeDownPasskeys(user, command.since(), now);
    }

    private void takeDownApp(UserId user, Instant since, Instant now) {
        boolean isNew = authenticators
                .hold(user)
                .filter(app -> app.confirmed() && !app.since().isBefore(since))
                .isPresent();
        if (isNew) {
            authenticators.remove(user);
            recoveryCodes.replace(user, List.of());
            events.append(new FactorEvent.TurnedOff(user, now));
        }
    }

    private void takeDownPasskeys(UserId user, Instant since, Instant now) {
        for (var passkey : passkeys.of(user)) {
            if (!passkey.addedAt().isBefore(since) && passkeys.remove(passkey.id(), user)) {
                events.append(new PasskeyEvent.Removed(user, passkey.id(), now));
            }
        }
    }

    private void takeDownIdentities(UserId user, Instant since, Instant now) {
        for (var identity : identities.hold(user)) {
            if (!identity.linkedAt().isBefore(since)) {
                identities.remove(identity);
                events.append(new IdentityEvent.Unlinked(user, identity.provider(), now));
            }
        }
    }
}

package dev.beranda.application.credential;

import dev.beranda.domain.credential.Password;
import dev.beranda.domain.factor.Authenticators;
import dev.beranda.domain.factor.FactorEvent;
import dev.beranda.domain.factor.FactorProof;
import dev.beranda.domain.factor.RecoveryCodes;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.Evictions;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Do without the second factor from now on, having shown both once more. Every other session ends.
public final class TurnOffSecondFactor {

    public record Command(
            Access caller,
            @Nullable Password password,
            @Nullable FactorProof proof) {}

    public record TurnedOff() {}

    private final ProveBothFactors proveBothFactors;
    private final Authenticators authenticators;
    private final RecoveryCodes recoveryCodes;
    private final Evictions evictions;
    private final DomainEvents events;
    private final Clock clock;

    public TurnOffSecondFactor(
            ProveBothFactors proveBothFactors,
            Authenticators authenticators,
            RecoveryCodes recoveryCodes,
            Evictions evictions,
            DomainEvents events,
            Clock clock) {
        this.proveBothFactors = proveBothFactors;
        this.authenticators = authenticators;
        this.recoveryCodes = recoveryCodes;
        this.evictions = evictions;
        this.events = events;
        this.clock = clock;
    }

    public ProveBothFactors.Outcome<TurnedOff> turnOff(Command command) {
        return proveBothFactors.prove(new ProveBothFactors.Command<>(
                command.caller(), command.password(), command.proof(), () -> carryOut(command.caller())));
    }

    private TurnedOff carryOut(Access caller) {
        UserId user = caller.bearer().user();
        Instant now = clock.instant();
        authenticators.remove(user);
        recoveryCodes.replace(user, List.of());
        evictions.endAllBut(caller.session(), user, EndReason.SECOND_FACTOR_CHANGED, now);
        events.append(new FactorEvent.TurnedOff(user, now));
        return new TurnedOff();
    }
}

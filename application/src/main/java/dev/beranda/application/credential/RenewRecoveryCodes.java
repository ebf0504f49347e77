package dev.beranda.application.credential;

import dev.beranda.domain.credential.Password;
import dev.beranda.domain.factor.FactorEvent;
import dev.beranda.domain.factor.FactorProof;
import dev.beranda.domain.factor.RecoveryCode;
import dev.beranda.domain.factor.RecoveryCodes;
import dev.beranda.domain.factor.RecoveryMint;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.user.UserId;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Get new recovery codes, having shown both factors once more. The old ones are good for nothing from then on.
public final class RenewRecoveryCodes {

    public record Command(
            Access caller,
            @Nullable Password password,
            @Nullable FactorProof proof) {}

    private final ProveBothFactors proveBothFactors;
    private final RecoveryCodes recoveryCodes;
    private final RecoveryMint mint;
    private final DomainEvents events;
    private final Clock clock;

    public RenewRecoveryCodes(
            ProveBothFactors proveBothFactors,
            RecoveryCodes recoveryCodes,
            RecoveryMint mint,
            DomainEvents events,
            Clock clock) {
        this.proveBothFactors = proveBothFactors;
        this.recoveryCodes = recoveryCodes;
        this.mint = mint;
        this.events = events;
        this.clock = clock;
    }

    /// What is answered is the only time these codes are shown.
    public ProveBothFactors.Outcome<List<RecoveryCode>> renew(Command command) {
        UserId user = command.caller().bearer().user();
        return proveBothFactors.prove(new ProveBothFactors.Command<>(
                command.caller(), command.password(), command.proof(), () -> carryOut(user)));
    }

    private List<RecoveryCode> carryOut(UserId user) {
        List<RecoveryCode> codes = RecoveryCode.drawSet(mint);
        recoveryCodes.replace(user, mint.digestsOf(user, codes));
        events.append(new FactorEvent.RecoveryCodesRenewed(user, clock.instant()));
        return codes;
    }
}

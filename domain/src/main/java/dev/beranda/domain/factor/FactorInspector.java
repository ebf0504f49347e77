package dev.beranda.domain.factor;

import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.user.UserId;
import java.time.Instant;

/// Says whether what somebody typed is right, and uses it up.
public final class FactorInspector {

    private final Authenticators authenticators;
    private final Totp totp;
    private final RecoveryCodes recoveryCodes;
    private final RecoveryMint mint;
    private final DomainEvents events;

    public FactorInspector(
            Authenticators authenticators,
            Totp totp,
            RecoveryCodes recoveryCodes,
            RecoveryMint mint,
            DomainEvents events) {
        this.authenticators = authenticators;
        this.totp = totp;
        this.recoveryCodes = recoveryCodes;
        this.mint = mint;
        this.events = events;
    }

    /// To be asked in the transaction of what it is asked for, after the guess was counted outside of it.
    public boolean accepts(UserId user, FactorProof proof, Instant now) {
        return authenticators
                .hold(user)
                .filter(Authenticator::confirmed)
                .map(app -> switch (proof) {
                    case FactorProof.OfApp(var code) -> isOfApp(app, code, now);
                    case FactorProof.OfPaper(var code) -> isOfPaper(user, code, now);
                })
                .orElse(false);
    }

    private boolean isOfApp(Authenticator app, TotpCode code, Instant now) {
        var step = totp.stepOf(app, code, now);
        return step.isPresent() && authenticators.use(app.user(), step.getAsLong());
    }

    private boolean isOfPaper(UserId user, RecoveryCode code, Instant now) {
        boolean right = recoveryCodes.use(user, mint.digestOf(user, code));
        if (right) {
            events.append(new FactorEvent.RecoveryCodeUsed(user, recoveryCodes.left(user), now));
        }
        return right;
    }
}

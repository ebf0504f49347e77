package dev.beranda.domain.factor;

import dev.beranda.domain.user.UserId;
import java.time.Instant;
import java.util.OptionalLong;

/// Computes with time-based one-time passwords (RFC 6238): six digits that are good for half a minute.
public interface Totp {

    TotpSecret draw();

    SealedSecret seal(UserId user, TotpSecret secret);

    /// The step of time whose code this is: the present one, the one before or the one after, for clocks differ.
    OptionalLong stepOf(Authenticator app, TotpCode code, Instant now);
}

package dev.beranda.domain.factor;

import dev.beranda.domain.user.UserId;
import java.time.Instant;

/// The app on somebody's phone that shows six digits. It counts once its owner has shown that it works.
///
/// @param since when it was confirmed, or begun while it is not
public record Authenticator(UserId user, SealedSecret secret, boolean confirmed, Instant since) {

    public static Authenticator begin(UserId user, SealedSecret secret, Instant now) {
        return new Authenticator(user, secret, false, now);
    }
}

package dev.beranda.domain.session;

import java.util.Optional;

/// Seals claims into refresh tokens. The same claim always gives the same token, so a repeated refresh gets the same
/// successor and nothing of it needs to be stored.
public interface RefreshTokens {

    RefreshToken seal(RefreshClaim claim);

    /// The claim of a token that we sealed; empty for everything else.
    Optional<RefreshClaim> open(RefreshToken token);
}

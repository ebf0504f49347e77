package dev.beranda.domain.session;

import java.time.Duration;
import java.time.Instant;

/// Issues both tokens for the present generation of a session.
public final class TokenIssuer {

    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final SessionLifetimes lifetimes;

    public TokenIssuer(AccessTokens accessTokens, RefreshTokens refreshTokens, SessionLifetimes lifetimes) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.lifetimes = lifetimes;
    }

    public TokenPair issueFor(Session session, Instant now) {
        Instant until = session.accessUntil(lifetimes, now);
        var access = new Access(session.bearer(), session.id(), now, until);
        return new TokenPair(
                session.id(),
                accessTokens.sign(access),
                refreshTokens.seal(new RefreshClaim(session.id(), session.generation())),
                Duration.between(now, until),
                session.idleLeft(lifetimes, now));
    }
}

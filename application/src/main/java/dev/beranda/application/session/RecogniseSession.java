package dev.beranda.application.session;

import dev.beranda.domain.session.RefreshClaim;
import dev.beranda.domain.session.RefreshToken;
import dev.beranda.domain.session.RefreshTokens;
import dev.beranda.domain.session.SessionId;
import java.util.Optional;

/// Find out of which session a refresh token is. That it is genuine says nothing about whether it is still good:
/// [RefreshSession] will.
public final class RecogniseSession {

    public record Query(RefreshToken token) {}

    private final RefreshTokens tokens;

    public RecogniseSession(RefreshTokens tokens) {
        this.tokens = tokens;
    }

    public Optional<SessionId> recognise(Query query) {
        return tokens.open(query.token()).map(RefreshClaim::session);
    }
}

package dev.beranda.domain.session;

/// What a genuine refresh token says.
public record RefreshClaim(SessionId session, int generation) {}

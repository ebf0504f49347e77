package dev.beranda.domain.session;

import java.time.Duration;

/// What a client gets to stay in: one token to act with, one to get the next pair.
public record TokenPair(
        SessionId session, AccessToken access, RefreshToken refresh, Duration expiresIn, Duration refreshExpiresIn) {}

package dev.beranda.domain.session;

import java.time.Instant;

/// What a genuine access token says: who acts, in which session, until when.
public record Access(Bearer bearer, SessionId session, Instant issuedAt, Instant expiresAt) {}

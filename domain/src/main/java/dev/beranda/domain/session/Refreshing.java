package dev.beranda.domain.session;

/// What came of showing a refresh token.
public sealed interface Refreshing {

    /// It was the good one: the next generation began.
    record Rotated(Session session) implements Refreshing {}

    /// It was used a moment ago, by another tab or in an answer that got lost: the same successor once more.
    record Repeated(Session session) implements Refreshing {}

    /// It was used long ago: somebody holds a copy.
    record Reused(Session session, SessionEvent.RefreshTokenReused event) implements Refreshing {}

    /// The session has ended or expired.
    record Over() implements Refreshing {}
}

package dev.beranda.domain.session;

/// A new session and the news of it.
public record Opening(Session session, SessionEvent.Opened event) {}

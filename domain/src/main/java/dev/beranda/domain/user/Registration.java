package dev.beranda.domain.user;

/// A new person and the news of it.
public record Registration(User user, UserEvent.Registered event) {}

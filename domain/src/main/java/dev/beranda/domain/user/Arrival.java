package dev.beranda.domain.user;

/// A person who was brought along from another house, and the news of it.
public record Arrival(User user, UserEvent.Brought event) {}

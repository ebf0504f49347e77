package dev.beranda.domain.user;

/// What came of telling something else about oneself.
public sealed interface ProfileChange {

    record Changed(User user, UserEvent.ProfileChanged event) implements ProfileChange {}

    record Unchanged(User user) implements ProfileChange {}
}

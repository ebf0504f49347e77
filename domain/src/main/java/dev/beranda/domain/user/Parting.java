package dev.beranda.domain.user;

/// What came of taking leave of somebody, or of keeping them after all.
public sealed interface Parting {

    record Changed(User user, UserEvent event) implements Parting {}

    record Unchanged(User user) implements Parting {}
}

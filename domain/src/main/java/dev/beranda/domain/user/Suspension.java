package dev.beranda.domain.user;

/// What came of shutting somebody out, or of letting them in again.
public sealed interface Suspension {

    record Changed(User user, UserEvent event) implements Suspension {}

    record Unchanged(User user) implements Suspension {}
}

package dev.beranda.domain.user;

/// What came of showing that an address is one's own.
public sealed interface Confirmation {

    record Confirmed(User user, UserEvent.EmailConfirmed event) implements Confirmation {}

    record Unchanged(User user) implements Confirmation {}

    record AnotherAddress() implements Confirmation {}
}

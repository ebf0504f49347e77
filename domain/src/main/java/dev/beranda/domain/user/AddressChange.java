package dev.beranda.domain.user;

/// What came of taking another address.
public sealed interface AddressChange {

    record Changed(User user, UserEvent.EmailChanged event) implements AddressChange {}

    record Unchanged(User user) implements AddressChange {}
}

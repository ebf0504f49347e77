package dev.beranda.domain.identity;

/// What comes of closing a door.
public sealed interface Unlinking {

    record Unlinked(IdentityEvent.Unlinked event) implements Unlinking {}

    /// Its owner would stand outside.
    record LastDoor() implements Unlinking {}
}

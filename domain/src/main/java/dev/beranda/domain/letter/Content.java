package dev.beranda.domain.letter;

import dev.beranda.domain.shared.EmailAddress;
import java.time.Instant;

/// What a letter is about.
public sealed interface Content {

    /// Here is how to do what you, or somebody, asked for.
    record Invitation(Purpose purpose, TicketToken token, TicketCode code, Instant expiresAt) implements Content {}

    /// Somebody wanted to open an account with an address that has one.
    record AccountExists() implements Content {}

    /// The password was changed or reset.
    record PasswordChanged(Instant at) implements Content {}

    /// The account has another address now; whoever reads the old one may take it back.
    record AddressChanged(EmailAddress newAddress, TicketToken undo, Instant undoableUntil) implements Content {}
}

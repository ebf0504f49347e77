package dev.beranda.domain.letter;

import dev.beranda.domain.shared.ClientAddress;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Place;
import java.time.Instant;
import java.util.Optional;

/// What a letter is about.
public sealed interface Content {

    /// Here is how to do what you, or somebody, asked for.
    record Invitation(Purpose purpose, TicketToken token, TicketCode code, Instant expiresAt) implements Content {}

    /// Somebody wanted to open an account with an address that has one.
    record AccountExists() implements Content {}

    /// The password was changed or reset.
    record PasswordChanged(Instant at) implements Content {}

    /// Somebody came in with what nobody came in with before; whoever reads this may say that it was not them.
    ///
    /// @param device what kind it is, never a name somebody gave it; empty when that is not known
    /// @param address in the network
    record StrangeDevice(
            String device, ClientAddress address, Optional<Place> place, Instant at, TicketToken refusal, Instant until)
            implements Content {}

    /// The ways into the account changed.
    record SecurityChanged(SecurityChange change, Instant at) implements Content {}

    /// The account has another address now; whoever reads the old one may take it back.
    record AddressChanged(EmailAddress newAddress, TicketToken undo, Instant undoableUntil) implements Content {}

    /// The account was to be erased and is kept.
    record AccountKept(Instant at) implements Content {}

    /// Who is known to this provider comes in to the account now.
    record ProviderLinked(String provider, Instant at) implements Content {}

    /// And now no longer.
    record ProviderUnlinked(String provider, Instant at) implements Content {}
}

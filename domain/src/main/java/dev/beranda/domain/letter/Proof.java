package dev.beranda.domain.letter;

import dev.beranda.domain.shared.EmailAddress;

/// What somebody shows for having read a letter.
public sealed interface Proof {

    /// The link.
    record Link(TicketToken token) implements Proof {}

    /// The six digits, which say nothing without the address they were sent to.
    record Digits(EmailAddress address, TicketCode code) implements Proof {}
}

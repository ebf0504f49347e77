package dev.beranda.domain.letter;

import dev.beranda.domain.shared.DomainEvent;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Language;
import dev.beranda.domain.user.UserId;
import java.time.Instant;

public sealed interface LetterEvent extends DomainEvent {

    EmailAddress address();

    /// Somebody wants a ticket sent to the address of an account. Whether there is such an account is looked up when
    /// this is delivered and not before, so that asking takes as long for an address nobody knows.
    ///
    /// @param language of whoever asked
    record TicketWanted(Purpose purpose, EmailAddress address, Language language, Instant at) implements LetterEvent {}

    /// Somebody, knowing their password, wants their account to have another address.
    record MoveWanted(UserId user, EmailAddress address, Instant at) implements LetterEvent {}

    /// Somebody wants an account, where it is told to nobody but the reader of an address whether it has one: that is
    /// looked up when this is delivered and not before.
    ///
    /// @param applicant who they will be
    /// @param language of whoever asked
    record AccountWanted(UserId applicant, EmailAddress address, Language language, Instant at)
            implements LetterEvent {}
}

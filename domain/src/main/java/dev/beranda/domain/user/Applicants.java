package dev.beranda.domain.user;

import dev.beranda.domain.shared.EmailAddress;
import java.util.Optional;

/// Everybody who wants an account and has none yet.
public interface Applicants {

    /// Adds somebody, unless somebody else who still waits has their user name: of many who try at once exactly one
    /// gets it. Of one address there may be many, for any of them may be the one who reads it.
    boolean add(Applicant applicant);

    Optional<Applicant> find(UserId id);

    /// The last who gave this address.
    Optional<Applicant> newest(EmailAddress address);

    /// Notes that a letter is sent to them.
    void invite(UserId id);

    /// Counts a guess at the code of their letter, before it is compared. No more than [Applicant#MOST_GUESSES] are
    /// let through, and none for who was not invited.
    boolean countGuess(UserId id);

    /// Takes them off, as they become somebody. Of many who do at once, one is told that it was them.
    boolean take(UserId id);
}

package dev.beranda.domain.user;

import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Language;
import dev.beranda.domain.shared.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Somebody who wants an account and has yet to show that they read the mail of their address. Until then there is no
/// account: nothing of theirs is seen, no door opens, and only their user name is held.
///
/// @param id of the account to be
/// @param invited whether a letter was sent to them; to an address that has an account none is
public record Applicant(
        UserId id,
        EmailAddress email,
        Username username,
        DisplayName displayName,
        Language language,
        Instant appliedAt,
        boolean invited) {

    /// How long their name is held, and their letter is good.
    public static final Duration PATIENCE = Duration.ofDays(1);

    /// Guesses at the code of their letter after which only its link is good.
    public static final int MOST_GUESSES = 5;

    /// Who would have an account at once, in a house that tells whether an address has one.
    public static Applicant of(User user) {
        return new Applicant(
                user.id(),
                user.email(),
                user.username(),
                user.displayName(),
                user.language(),
                user.registeredAt(),
                false);
    }

    public Instant expiresAt() {
        return appliedAt.plus(PATIENCE);
    }

    public boolean isWaiting(Instant now) {
        return now.isBefore(expiresAt());
    }

    /// Becomes somebody, who has shown that they read their mail.
    public Entry enter(Instant now) {
        var registration = User.register(id, email, username, displayName, language, Role.READER, now);
        return switch (registration.user().confirm(email, now)) {
            case Confirmation.Confirmed(var user, var event) -> new Entry(user, List.of(registration.event(), event));
            case Confirmation.Unchanged _, Confirmation.AnotherAddress _ ->
                throw new IllegalStateException("somebody new has an address that is confirmed, or is not theirs");
        };
    }

    /// For whom the name they chose was taken in the meantime.
    public Applicant withAnotherName() {
        return new Applicant(id, email, Username.provisional(id), displayName, language, appliedAt, invited);
    }

    /// A new person and the news of it.
    public record Entry(User user, List<UserEvent> events) {}
}

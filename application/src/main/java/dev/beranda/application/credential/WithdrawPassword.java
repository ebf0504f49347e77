package dev.beranda.application.credential;

import dev.beranda.domain.credential.CredentialEvent.PasswordWithdrawn;
import dev.beranda.domain.credential.Credentials;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.user.UserId;
import java.time.Clock;

/// Withdraw a password that somebody else may know: it opens nothing any more. To be called in the transaction that
/// ends the sessions, and before that: whoever is just coming in holds it, and so is in before they are looked for.
public final class WithdrawPassword {

    public record Command(UserId user) {}

    public sealed interface Outcome {

        record Withdrawn() implements Outcome {}

        record ThereIsNone() implements Outcome {}
    }

    private final Credentials credentials;
    private final DomainEvents events;
    private final Clock clock;

    public WithdrawPassword(Credentials credentials, DomainEvents events, Clock clock) {
        this.credentials = credentials;
        this.events = events;
        this.clock = clock;
    }

    public Outcome withdraw(Command command) {
        if (!credentials.remove(command.user())) {
            return new Outcome.ThereIsNone();
        }
        events.append(new PasswordWithdrawn(command.user(), clock.instant()));
        return new Outcome.Withdrawn();
    }
}

package dev.beranda.application.credential;

import dev.beranda.domain.credential.Credentials;
import dev.beranda.domain.credential.Password;
import dev.beranda.domain.credential.PasswordHasher;
import dev.beranda.domain.credential.PasswordHasher.Match;
import dev.beranda.domain.letter.LetterEvent;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;

/// Ask for another address, knowing one's password. Nothing changes before the letter that goes there was read;
/// whether the address has an account already is told to its reader only.
public final class AskForNewAddress {

    public static final Allowance PER_ACCOUNT = new Allowance("new-address", 5, Duration.ofHours(1));

    public record Command(Access caller, Password password, EmailAddress address) {}

    public sealed interface Outcome {

        record Noted() implements Outcome {}

        record WrongPassword() implements Outcome {}

        record TooManyAttempts(Allowance allowance, Duration retryAfter) implements Outcome {}
    }

    private final Credentials credentials;
    private final PasswordHasher hasher;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Throttle throttle;
    private final Clock clock;

    public AskForNewAddress(
            Credentials credentials,
            PasswordHasher hasher,
            DomainEvents events,
            Transactions transactions,
            Throttle throttle,
            Clock clock) {
        this.credentials = credentials;
        this.hasher = hasher;
        this.events = events;
        this.transactions = transactions;
        this.throttle = throttle;
        this.clock = clock;
    }

    /// Attempts at the password count as those at the login do; a letter that was asked for counts of its own.
    public Outcome ask(Command command) {
        UserId user = command.caller().bearer().user();
        if (throttle.take(LogIn.PER_ACCOUNT, user.toString()) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts(LogIn.PER_ACCOUNT, retryAfter);
        }
        if (!isPasswordOf(user, command.password())) {
            return new Outcome.WrongPassword();
        }
        throttle.giveBack(LogIn.PER_ACCOUNT, user.toString());
        if (throttle.take(PER_ACCOUNT, user.toString()) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts(PER_ACCOUNT, retryAfter);
        }
        return transactions.write(() -> {
            events.append(new LetterEvent.MoveWanted(user, command.address(), clock.instant()));
            return new Outcome.Noted();
        });
    }

    private boolean isPasswordOf(UserId user, Password password) {
        return credentials
                .find(user)
                .map(credential -> hasher.compare(password, credential.hash()) != Match.NO)
                .orElse(false);
    }
}

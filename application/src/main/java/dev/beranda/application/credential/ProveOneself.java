package dev.beranda.application.credential;

import dev.beranda.domain.credential.Credentials;
import dev.beranda.domain.credential.Password;
import dev.beranda.domain.credential.PasswordCredential;
import dev.beranda.domain.credential.PasswordHasher;
import dev.beranda.domain.credential.PasswordHasher.Match;
import dev.beranda.domain.factor.Authenticator;
import dev.beranda.domain.factor.Authenticators;
import dev.beranda.domain.factor.FactorProof;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.Sessions;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Show once more who one is, before something that whoever only has the session must not do. Who has turned a second
/// factor on shows both, as if to turn it off. Of the others, who has a password shows that they know it; who has none
/// has come in a moment ago, by whatever door is theirs.
public final class ProveOneself {

    /// How long ago a moment is.
    public static final Duration FRESH = Duration.ofMinutes(10);

    /// Wrong passwords of who is in already.
    public static final Allowance PER_ACCOUNT = new Allowance("password-account", 10, Duration.ofMinutes(5));

    /// @param act what to do then, in the same transaction
    public record Command<T>(
            Access caller,
            @Nullable Password password,
            @Nullable FactorProof proof,
            Supplier<T> act) {

        UserId user() {
            return caller.bearer().user();
        }
    }

    public sealed interface Outcome<T> {

        record Done<T>(T result) implements Outcome<T> {}

        record Refused<T>(Refusal refusal) implements Outcome<T> {}
    }

    /// Why somebody was not believed.
    public sealed interface Refusal {

        record PasswordNeeded() implements Refusal {}

        record WrongPassword() implements Refusal {}

        /// Of the second factor, which they showed too long ago.
        record CodeNeeded() implements Refusal {}

        record WrongCode() implements Refusal {}

        /// They have no password, and came in too long ago.
        record FreshLoginNeeded() implements Refusal {}

        record TooManyAttempts(Allowance allowance, Duration retryAfter) implements Refusal {}
    }

    private final Credentials credentials;
    private final PasswordHasher hasher;
    private final Authenticators authenticators;
    private final ProveBothFactors proveBothFactors;
    private final Sessions sessions;
    private final Transactions transactions;
    private final Throttle throttle;
    private final Clock clock;

    public ProveOneself(
            Credentials credentials,
            PasswordHasher hasher,
            Authenticators authenticators,
            ProveBothFactors proveBothFactors,
            Sessions sessions,
            Transactions transactions,
            Throttle throttle,
            Clock clock) {
        this.credentials = credentials;
        this.hasher = hasher;
        this.authenticators = authenticators;
        this.proveBothFactors = proveBothFactors;
        this.sessions = sessions;
        this.transactions = transactions;
        this.throttle = throttle;
        this.clock = clock;
    }

    public <T> Outcome<T> prove(Command<T> command) {
        return hasSecondFactor(command.user()) ? withBoth(command) : withOne(command);
    }

    private boolean hasSecondFactor(UserId user) {
        return transactions.write(
                () -> authenticators.hold(user).filter(Authenticator::confirmed).isPresent());
    }

    private <T> Outcome<T> withBoth(Command<T> command) {
        var both = new ProveBothFactors.Command<>(command.caller(), command.password(), command.proof(), command.act());
        return switch (proveBothFactors.prove(both)) {
            case ProveBothFactors.Outcome.Done<T>(var result) -> new Outcome.Done<>(result);
            case ProveBothFactors.Outcome.WrongPassword<T>() ->
                refused(command.password() == null ? new Refusal.PasswordNeeded() : new Refusal.WrongPassword());
            case ProveBothFactors.Outcome.WrongCode<T>() ->
                refused(command.proof() == null ? new Refusal.CodeNeeded() : new Refusal.WrongCode());
            case ProveBothFactors.Outcome.TooManyAttempts<T>(var allowance, var retryAfter) ->
                refused(new Refusal.TooManyAttempts(allowance, retryAfter));
        };
    }

    private <T> Outcome<T> withOne(Command<T> command) {
        Optional<PasswordCredential> credential = credentials.find(command.user());
        if (credential.isEmpty()) {
            return transactions.write(
                    () -> cameInAMomentAgo(command) ? done(command) : refused(new Refusal.FreshLoginNeeded()));
        }
        return command.password() == null
                ? refused(new Refusal.PasswordNeeded())
                : compare(credential.get(), command.password(), command);
    }

    private <T> Outcome<T> compare(PasswordCredential credential, Password password, Command<T> command) {
        String account = command.user().toString();
        if (throttle.take(PER_ACCOUNT, account) instanceof Exhausted(var retryAfter)) {
            return refused(new Refusal.TooManyAttempts(PER_ACCOUNT, retryAfter));
        }
        if (hasher.compare(password, credential.hash()) == Match.NO) {
            return refused(new Refusal.WrongPassword());
        }
        throttle.giveBack(PER_ACCOUNT, account);
        return transactions.write(
                () -> credentials.confirm(credential) ? done(command) : refused(new Refusal.WrongPassword()));
    }

    private boolean cameInAMomentAgo(Command<?> command) {
        return sessions.find(command.caller().session())
                .filter(session -> !session.hasEnded()
                        && clock.instant().isBefore(session.openedAt().plus(FRESH)))
                .isPresent();
    }

    private static <T> Outcome<T> done(Command<T> command) {
        return new Outcome.Done<>(command.act().get());
    }

    private static <T> Outcome<T> refused(Refusal refusal) {
        return new Outcome.Refused<>(refusal);
    }
}

package dev.beranda.application.credential;

import dev.beranda.application.privacy.PrepareErasure;
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
import dev.beranda.domain.shared.BasedOn;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Have oneself forgotten. Who has turned a second factor on shows both, as if to turn it off. Of the others, who has a
/// password shows that they know it; who has none has come in a moment ago, by whatever door is theirs.
public final class CloseAccount {

    /// How long ago a moment is.
    public static final Duration FRESH = Duration.ofMinutes(10);

    public record Command(
            Access caller,
            @Nullable Password password,
            @Nullable FactorProof proof,
            BasedOn seen) {

        UserId user() {
            return caller.bearer().user();
        }
    }

    public sealed interface Outcome {

        record Leaving(Instant end) implements Outcome {}

        record Forgotten() implements Outcome {}

        record PasswordNeeded() implements Outcome {}

        record WrongPassword() implements Outcome {}

        /// Of the second factor, which they showed too long ago.
        record CodeNeeded() implements Outcome {}

        record WrongCode() implements Outcome {}

        /// They have no password, and came in too long ago.
        record FreshLoginNeeded() implements Outcome {}

        record Stale() implements Outcome {}

        record LastAdministrator() implements Outcome {}

        record Gone() implements Outcome {}

        record TooManyAttempts(Allowance allowance, Duration retryAfter) implements Outcome {}
    }

    private final Credentials credentials;
    private final PasswordHasher hasher;
    private final Authenticators authenticators;
    private final ProveBothFactors proveBothFactors;
    private final Sessions sessions;
    private final PrepareErasure prepareErasure;
    private final Transactions transactions;
    private final Throttle throttle;
    private final Clock clock;

    public CloseAccount(
            Credentials credentials,
            PasswordHasher hasher,
            Authenticators authenticators,
            ProveBothFactors proveBothFactors,
            Sessions sessions,
            PrepareErasure prepareErasure,
            Transactions transactions,
            Throttle throttle,
            Clock clock) {
        this.credentials = credentials;
        this.hasher = hasher;
        this.authenticators = authenticators;
        this.proveBothFactors = proveBothFactors;
        this.sessions = sessions;
        this.prepareErasure = prepareErasure;
        this.transactions = transactions;
        this.throttle = throttle;
        this.clock = clock;
    }

    public Outcome close(Command command) {
        return hasSecondFactor(command.user()) ? closeWithBoth(command) : closeWithOne(command);
    }

    private boolean hasSecondFactor(UserId user) {
        return transactions.write(
                () -> authenticators.hold(user).filter(Authenticator::confirmed).isPresent());
    }

    private Outcome closeWithBoth(Command command) {
        var both = new ProveBothFactors.Command<>(
                command.caller(), command.password(), command.proof(), () -> part(command));
        return switch (proveBothFactors.prove(both)) {
            case ProveBothFactors.Outcome.Done<Outcome>(var outcome) -> outcome;
            case ProveBothFactors.Outcome.WrongPassword<Outcome>() ->
                command.password() == null ? new Outcome.PasswordNeeded() : new Outcome.WrongPassword();
            case ProveBothFactors.Outcome.WrongCode<Outcome>() ->
                command.proof() == null ? new Outcome.CodeNeeded() : new Outcome.WrongCode();
            case ProveBothFactors.Outcome.TooManyAttempts<Outcome>(var allowance, var retryAfter) ->
                new Outcome.TooManyAttempts(allowance, retryAfter);
        };
    }

    private Outcome closeWithOne(Command command) {
        Optional<PasswordCredential> credential = credentials.find(command.user());
        if (credential.isEmpty()) {
            return transactions.write(() -> cameInAMomentAgo(command) ? part(command) : new Outcome.FreshLoginNeeded());
        }
        return command.password() == null
                ? new Outcome.PasswordNeeded()
                : compare(credential.get(), command.password(), command);
    }

    /// Attempts at the password count as those at the login do.
    private Outcome compare(PasswordCredential credential, Password password, Command command) {
        String account = command.user().toString();
        if (throttle.take(LogIn.PER_ACCOUNT, account) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts(LogIn.PER_ACCOUNT, retryAfter);
        }
        if (hasher.compare(password, credential.hash()) == Match.NO) {
            return new Outcome.WrongPassword();
        }
        throttle.giveBack(LogIn.PER_ACCOUNT, account);
        return transactions.write(() -> credentials.confirm(credential) ? part(command) : new Outcome.WrongPassword());
    }

    private boolean cameInAMomentAgo(Command command) {
        return sessions.find(command.caller().session())
                .filter(session -> !session.hasEnded()
                        && clock.instant().isBefore(session.openedAt().plus(FRESH)))
                .isPresent();
    }

    private Outcome part(Command command) {
        var order = new PrepareErasure.Command(command.user(), command.user(), command.seen());
        return switch (prepareErasure.prepare(order)) {
            case PrepareErasure.Outcome.Leaving(var end) -> new Outcome.Leaving(end);
            case PrepareErasure.Outcome.AlreadyLeaving(var end) -> new Outcome.Leaving(end);
            case PrepareErasure.Outcome.Forgotten() -> new Outcome.Forgotten();
            case PrepareErasure.Outcome.NoSuchUser() -> new Outcome.Gone();
            case PrepareErasure.Outcome.Stale() -> new Outcome.Stale();
            case PrepareErasure.Outcome.LastAdministrator() -> new Outcome.LastAdministrator();
        };
    }
}

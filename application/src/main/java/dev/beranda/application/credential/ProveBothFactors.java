package dev.beranda.application.credential;

import dev.beranda.application.factor.LogInWithCode;
import dev.beranda.domain.credential.Credentials;
import dev.beranda.domain.credential.Password;
import dev.beranda.domain.credential.PasswordCredential;
import dev.beranda.domain.credential.PasswordHasher;
import dev.beranda.domain.credential.PasswordHasher.Match;
import dev.beranda.domain.factor.Authenticator;
import dev.beranda.domain.factor.Authenticators;
import dev.beranda.domain.factor.FactorInspector;
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

/// Show password and second factor once more, before something that whoever only has the session must not do. Who has
/// no password, for coming in by other doors, shows the second factor alone; who came in a moment ago, which took the
/// second factor, may leave that out.
public final class ProveBothFactors {

    /// @param act what to do then, in the same transaction
    public record Command<T>(
            Access caller,
            @Nullable Password password,
            @Nullable FactorProof proof,
            Supplier<T> act) {}

    public sealed interface Outcome<T> {

        record Done<T>(T result) implements Outcome<T> {}

        record WrongPassword<T>() implements Outcome<T> {}

        /// Or there is no second factor to show.
        record WrongCode<T>() implements Outcome<T> {}

        record TooManyAttempts<T>(Allowance allowance, Duration retryAfter) implements Outcome<T> {}
    }

    private final Credentials credentials;
    private final PasswordHasher hasher;
    private final FactorInspector inspector;
    private final Authenticators authenticators;
    private final Sessions sessions;
    private final Transactions transactions;
    private final Throttle throttle;
    private final Clock clock;

    public ProveBothFactors(
            Credentials credentials,
            PasswordHasher hasher,
            FactorInspector inspector,
            Authenticators authenticators,
            Sessions sessions,
            Transactions transactions,
            Throttle throttle,
            Clock clock) {
        this.credentials = credentials;
        this.hasher = hasher;
        this.inspector = inspector;
        this.authenticators = authenticators;
        this.sessions = sessions;
        this.transactions = transactions;
        this.throttle = throttle;
        this.clock = clock;
    }

    public <T> Outcome<T> prove(Command<T> command) {
        UserId user = command.caller().bearer().user();
        if (throttle.take(ProveOneself.PER_ACCOUNT, user.toString()) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts<>(ProveOneself.PER_ACCOUNT, retryAfter);
        }
        Optional<PasswordCredential> kept = credentials.find(user);
        if (kept.isPresent() && !isPasswordOf(kept.get(), command.password())) {
            return new Outcome.WrongPassword<>();
        }
        throttle.giveBack(ProveOneself.PER_ACCOUNT, user.toString());
        return guess(user, kept, command);
    }

    private boolean isPasswordOf(PasswordCredential kept, @Nullable Password shown) {
        return shown != null && hasher.compare(shown, kept.hash()) != Match.NO;
    }

    private <T> Outcome<T> guess(UserId user, Optional<PasswordCredential> kept, Command<T> command) {
        if (throttle.take(LogInWithCode.PER_ACCOUNT, user.toString()) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts<>(LogInWithCode.PER_ACCOUNT, retryAfter);
        }
        Outcome<T> outcome = transactions.write(() -> carryOut(user, kept, command));
        if (!(outcome instanceof Outcome.WrongCode)) {
            throttle.giveBack(LogInWithCode.PER_ACCOUNT, user.toString());
        }
        return outcome;
    }

    private <T> Outcome<T> carryOut(UserId user, Optional<PasswordCredential> kept, Command<T> command) {
        if (!kept.map(credentials::confirm).orElse(true)) {
            return new Outcome.WrongPassword<>();
        }
        return hasSecondFactor(user, command) ? new Outcome.Done<>(command.act().get()) : new Outcome.WrongCode<>();
    }

    private boolean hasSecondFactor(UserId user, Command<?> command) {
        FactorProof proof = command.proof();
        return proof == null
                ? isOn(user) && cameInAMomentAgo(command.caller())
                : inspector.accepts(user, proof, clock.instant());
    }

    private boolean isOn(UserId user) {
        return authenticators.hold(user).filter(Authenticator::confirmed).isPresent();
    }

    private boolean cameInAMomentAgo(Access caller) {
        return sessions.find(caller.session())
                .filter(session -> session.isFresh(clock.instant()))
                .isPresent();
    }
}

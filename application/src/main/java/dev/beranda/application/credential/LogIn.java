package dev.beranda.application.credential;

import dev.beranda.application.factor.LetIn;
import dev.beranda.application.privacy.CancelErasure;
import dev.beranda.domain.credential.Credentials;
import dev.beranda.domain.credential.Password;
import dev.beranda.domain.credential.PasswordCredential;
import dev.beranda.domain.credential.PasswordHasher;
import dev.beranda.domain.credential.PasswordHasher.Attempt;
import dev.beranda.domain.credential.PasswordHasher.Hearing;
import dev.beranda.domain.factor.Demand;
import dev.beranda.domain.session.Device;
import dev.beranda.domain.session.Sessions;
import dev.beranda.domain.session.TokenPair;
import dev.beranda.domain.shared.Overloaded;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Come in with a name and a password.
///
/// Nobody learns from the answer, or from how long it takes, whether an account exists: every attempt costs one
/// comparison, and what is special about an account is told only to who knows its password.
///
/// Nobody is kept out by strangers who use up the attempts on their name: from where they were let in before there are
/// a few more. That it is so is told to who knows the password, and to nobody else: for a wrong one the name is used up
/// there as everywhere, and it takes as long to say so.
public final class LogIn {

    /// By what somebody says they are called, whether or not anybody is: were the two names of one account counted
    /// together, everybody could find out that they are.
    public static final Allowance PER_NAME = new Allowance("log-in-name", 10, Duration.ofMinutes(5));

    public static final Allowance PER_ADDRESS = new Allowance("log-in-address", 50, Duration.ofMinutes(5));

    /// By name and network, where somebody else used a name up: for those whom this network let in before.
    public static final Allowance PER_FAMILIAR_NETWORK =
            new Allowance("log-in-familiar-network", 10, Duration.ofHours(1));

    /// @param keepsAccount whether who is leaving thinks better of it
    public record Command(LoginName name, Password password, Device device, boolean keepsAccount) {

        public Command(LoginName name, Password password, Device device) {
            this(name, password, device, false);
        }
    }

    public sealed interface Outcome {

        record Welcome(User user, TokenPair tokens) implements Outcome {}

        record SecondFactorWanted(Demand demand) implements Outcome {}

        record WrongCredentials() implements Outcome {}

        record AccountDisabled() implements Outcome {}

        record AccountLeaving(Instant end) implements Outcome {}

        record EmailUnverified() implements Outcome {}

        record TooManyAttempts(Allowance allowance, Duration retryAfter) implements Outcome {}
    }

    private final Users users;
    private final Sessions sessions;
    private final Credentials credentials;
    private final PasswordHasher hasher;
    private final LetIn letIn;
    private final CancelErasure cancelErasure;
    private final Transactions transactions;
    private final Throttle throttle;

    public LogIn(
            Users users,
            Sessions sessions,
            Credentials credentials,
            PasswordHasher hasher,
            LetIn letIn,
            CancelErasure cancelErasure,
            Transactions transactions,
            Throttle throttle) {
        this.users = users;
        this.sessions = sessions;
        this.credentials = credentials;
        this.hasher = hasher;
        this.letIn = letIn;
        this.cancelErasure = cancelErasure;
        this.transactions = transactions;
        this.throttle = throttle;
    }

    /// In a storm most are turned away: before anything is looked up for them, or those who do something else would
    /// wait. Who used up their attempts does not join the queue.
    public Outcome logIn(Command command) {
        hasher.requireRoom();
        var hearing = hasher.hear();
        String name = command.name().key();
        String network = networkOf(command);
        if (throttle.take(PER_ADDRESS, network) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts(PER_ADDRESS, retryAfter);
        }
        if (throttle.take(PER_NAME, name) instanceof Exhausted(var retryAfter)) {
            return tryInThough(new Outcome.TooManyAttempts(PER_NAME, retryAfter), hearing, command);
        }
        return tryIn(hearing, command, PER_NAME, name);
    }

    private static String networkOf(Command command) {
        return command.device().address().network();
    }

    /// The name is used up.
    private Outcome tryInThough(Outcome.TooManyAttempts usedUp, Hearing hearing, Command command) {
        String name = command.name().key() + ' ' + networkOf(command);
        if (!isFamiliar(command) || throttle.take(PER_FAMILIAR_NETWORK, name) instanceof Exhausted) {
            hearing.refuse();
            return usedUp;
        }
        Outcome outcome = tryIn(hearing, command, PER_FAMILIAR_NETWORK, name);
        return outcome instanceof Outcome.WrongCredentials ? usedUp : outcome;
    }

    private boolean isFamiliar(Command command) {
        return find(command.name())
                .filter(user -> sessions.attest(user.id(), networkOf(command)))
                .isPresent();
    }

    private Optional<User> find(LoginName name) {
        return switch (name) {
            case LoginName.ByEmail(var email) -> users.find(email);
            case LoginName.ByUsername(var username) -> users.find(username);
            case LoginName.Nobody _ -> Optional.empty();
        };
    }

    /// A rightful attempt does not count, nor does one that was not even begun.
    ///
    /// @param counted out of which it was taken, beside that of the network
    private Outcome tryIn(Hearing hearing, Command command, Allowance counted, String subject) {
        Outcome outcome;
        try (var attempt = hearing.attempt()) {
            outcome = compare(attempt, find(command.name()), command);
        } catch (Overloaded overloaded) {
            giveBack(command, counted, subject);
            throw overloaded;
        }
        if (!(outcome instanceof Outcome.WrongCredentials)) {
            giveBack(command, counted, subject);
        }
        return outcome;
    }

    private void giveBack(Command command, Allowance counted, String subject) {
        throttle.giveBack(PER_ADDRESS, networkOf(command));
        throttle.giveBack(counted, subject);
    }

    private Outcome compare(Attempt attempt, Optional<User> user, Command command) {
        Optional<PasswordCredential> credential = user.flatMap(known -> credentials.find(known.id()));
        if (user.isEmpty() || credential.isEmpty()) {
            attempt.compareWithNothing(command.password());
            return new Outcome.WrongCredentials();
        }
        var shown = credential.get();
        return switch (attempt.compare(command.password(), shown.hash())) {
            case NO -> new Outcome.WrongCredentials();
            case YES -> admit(user.get(), command, () -> credentials.confirm(shown));
            case YES_BUT_OUTDATED -> {
                // Only now is the password known, so only now an old hash can be made anew.
                var renewed = shown.rehashed(hasher.hash(command.password()));
                yield admit(user.get(), command, () -> confirmAndRenew(shown, renewed));
            }
        };
    }

    private boolean confirmAndRenew(PasswordCredential shown, PasswordCredential renewed) {
        boolean confirmed = credentials.confirm(shown);
        if (confirmed) {
            credentials.save(renewed);
        }
        return confirmed;
    }

    private Outcome admit(User user, Command command, BooleanSupplier confirmation) {
        return transactions.write(() -> confirmation.getAsBoolean()
                ? outcome(letIn.letIn(new LetIn.Command(kept(user, command), command.device())))
                : new Outcome.WrongCredentials());
    }

    /// To keep an account takes no second factor: it opens no door. Who was shut out as well has no say.
    private User kept(User user, Command command) {
        return user.isLeaving()
                        && !user.disabled()
                        && command.keepsAccount()
                        && cancelErasure.cancel(new CancelErasure.Command(user.id()))
                                instanceof CancelErasure.Outcome.Kept(var kept)
                ? kept
                : user;
    }

    private static Outcome outcome(LetIn.Outcome admission) {
        return switch (admission) {
            case LetIn.Outcome.Welcome(var user, var tokens) -> new Outcome.Welcome(user, tokens);
            case LetIn.Outcome.SecondFactorWanted(var demand) -> new Outcome.SecondFactorWanted(demand);
            case LetIn.Outcome.AccountDisabled() -> new Outcome.AccountDisabled();
            case LetIn.Outcome.AccountLeaving(var end) -> new Outcome.AccountLeaving(end);
            case LetIn.Outcome.EmailUnverified() -> new Outcome.EmailUnverified();
        };
    }
}

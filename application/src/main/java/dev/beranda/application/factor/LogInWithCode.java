package dev.beranda.application.factor;

import dev.beranda.domain.factor.Challenge;
import dev.beranda.domain.factor.ChallengeSeals;
import dev.beranda.domain.factor.ChallengeToken;
import dev.beranda.domain.factor.Challenges;
import dev.beranda.domain.factor.FactorInspector;
import dev.beranda.domain.factor.FactorProof;
import dev.beranda.domain.session.Bearer;
import dev.beranda.domain.session.Device;
import dev.beranda.domain.session.Reception;
import dev.beranda.domain.session.TokenPair;
import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Come in by the second factor, having proven the first.
public final class LogInWithCode {

    /// Three codes in a million are good at a time, so guessing at this pace takes somebody who has the password years.
    public static final Allowance PER_ACCOUNT = new Allowance("second-factor-account", 10, Duration.ofHours(1));

    public static final Allowance PER_CHALLENGE =
            new Allowance("second-factor-challenge", Challenge.MOST_GUESSES, Challenge.LIFETIME);

    public record Command(ChallengeToken token, FactorProof proof, Device device) {}

    public sealed interface Outcome {

        record Welcome(User user, TokenPair tokens) implements Outcome {}

        record WrongCode() implements Outcome {}

        /// The first factor has to be proven anew.
        record NotGood() implements Outcome {}

        record AccountDisabled() implements Outcome {}

        record EmailUnverified() implements Outcome {}

        record TooManyAttempts(Allowance allowance, Duration retryAfter) implements Outcome {}
    }

    private final Challenges challenges;
    private final ChallengeSeals seals;
    private final FactorInspector inspector;
    private final Users users;
    private final Reception reception;
    private final Transactions transactions;
    private final Throttle throttle;
    private final Clock clock;
    private final LetIn.AdmissionRules rules;

    public LogInWithCode(
            Challenges challenges,
            ChallengeSeals seals,
            FactorInspector inspector,
            Users users,
            Reception reception,
            Transactions transactions,
            Throttle throttle,
            Clock clock,
            LetIn.AdmissionRules rules) {
        this.challenges = challenges;
        this.seals = seals;
        this.inspector = inspector;
        this.users = users;
        this.reception = reception;
        this.transactions = transactions;
        this.throttle = throttle;
        this.clock = clock;
        this.rules = rules;
    }

    public Outcome logIn(Command command) {
        return seals.open(command.token())
                .flatMap(challenges::find)
                .filter(challenge -> challenge.isGood(clock.instant()))
                .map(challenge -> guess(challenge, command))
                .orElseGet(Outcome.NotGood::new);
    }

    /// A guess counts before it is compared, and whatever comes of the transaction; a right one is given back.
    private Outcome guess(Challenge challenge, Command command) {
        String account = challenge.user().toString();
        if (throttle.take(PER_ACCOUNT, account) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts(PER_ACCOUNT, retryAfter);
        }
        if (!challenges.countGuess(challenge)) {
            return noMoreGuesses(challenge);
        }
        Outcome outcome = transactions.write(() -> prove(challenge, command));
        if (!(outcome instanceof Outcome.WrongCode)) {
            throttle.giveBack(PER_ACCOUNT, account);
        }
        return outcome;
    }

    /// Or it was used by somebody else just now.
    private Outcome noMoreGuesses(Challenge challenge) {
        return challenges.find(challenge.id()).isPresent()
                ? new Outcome.TooManyAttempts(PER_CHALLENGE, Duration.between(clock.instant(), challenge.expiresAt()))
                : new Outcome.NotGood();
    }

    private Outcome prove(Challenge challenge, Command command) {
        return challenges
                .find(challenge.id())
                .flatMap(standing -> users.find(standing.user()))
                .map(user -> admit(user, challenge, command))
                .orElseGet(Outcome.NotGood::new);
    }

    /// Who is leaving by now is told so, and what they can do about it, where they prove the first factor.
    private Outcome admit(User user, Challenge challenge, Command command) {
        return switch (Admission.of(user, rules)) {
            case Admission.Disabled() -> new Outcome.AccountDisabled();
            case Admission.Leaving _ -> new Outcome.NotGood();
            case Admission.Unverified() -> new Outcome.EmailUnverified();
            case Admission.Granted(Bearer bearer) -> prove(user, bearer, challenge, command);
        };
    }

    private Outcome prove(User user, Bearer bearer, Challenge challenge, Command command) {
        Instant now = clock.instant();
        if (!inspector.accepts(challenge.user(), command.proof(), now)) {
            return new Outcome.WrongCode();
        }
        if (!challenges.take(challenge)) {
            throw new StaleAggregate("A challenge");
        }
        return new Outcome.Welcome(user, reception.receive(bearer, command.device(), now));
    }
}

package dev.beranda.application.factor;

import dev.beranda.domain.factor.Challenge;
import dev.beranda.domain.factor.ChallengeId;
import dev.beranda.domain.factor.ChallengeSeals;
import dev.beranda.domain.factor.ChallengeToken;
import dev.beranda.domain.factor.Challenges;
import dev.beranda.domain.passkey.Ceremonies;
import dev.beranda.domain.passkey.Passkey;
import dev.beranda.domain.passkey.PasskeyAnswer;
import dev.beranda.domain.passkey.PasskeyChallenge;
import dev.beranda.domain.passkey.PasskeyChallenge.Errand;
import dev.beranda.domain.passkey.PasskeyChallenges;
import dev.beranda.domain.passkey.Passkeys;
import dev.beranda.domain.passkey.Usage;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Come in by a passkey. It is two factors in one, something one has and the finger or number that opens it, so it does
/// alone; and it does as the second beside another.
public final class LogInWithPasskey {

    /// @param token what stands for the other factor, for who says it once more
    public record Command(
            PasskeyAnswer.Used answer, @Nullable ChallengeToken token, Device device) {}

    public sealed interface Outcome {

        record Welcome(User user, TokenPair tokens) implements Outcome {}

        record NotGood() implements Outcome {}

        /// What it says is right, but it has said so before: somebody has a copy.
        record Copied(User user) implements Outcome {}

        record AccountDisabled() implements Outcome {}

        /// They are to be forgotten then, unless they say otherwise.
        record AccountLeaving(Instant end) implements Outcome {}

        record EmailUnverified() implements Outcome {}

        record TooManyAttempts(Allowance allowance, Duration retryAfter) implements Outcome {}
    }

    private record Proven(PasskeyChallenge challenge, Passkey passkey, Usage usage) {}

    private final Passkeys passkeys;
    private final PasskeyChallenges challenges;
    private final Ceremonies ceremonies;
    private final Challenges arrivals;
    private final ChallengeSeals seals;
    private final Users users;
    private final Reception reception;
    private final Transactions transactions;
    private final Throttle throttle;
    private final Clock clock;
    private final LetIn.AdmissionRules rules;

    public LogInWithPasskey(
            Passkeys passkeys,
            PasskeyChallenges challenges,
            Ceremonies ceremonies,
            Challenges arrivals,
            ChallengeSeals seals,
            Users users,
            Reception reception,
            Transactions transactions,
            Throttle throttle,
            Clock clock,
            LetIn.AdmissionRules rules) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.ceremonies = ceremonies;
        this.arrivals = arrivals;
        this.seals = seals;
        this.users = users;
        this.reception = reception;
        this.transactions = transactions;
        this.throttle = throttle;
        this.clock = clock;
        this.rules = rules;
    }

    public Outcome logIn(Command command) {
        String network = command.device().address().network();
        if (throttle.take(BeginPasskeyLogIn.PER_ADDRESS, network) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts(BeginPasskeyLogIn.PER_ADDRESS, retryAfter);
        }
        Outcome outcome = proven(command)
                .map(proven -> transactions.write(() -> admit(proven, command.device())))
                .orElseGet(Outcome.NotGood::new);
        if (outcome instanceof Outcome.Welcome) {
            throttle.giveBack(BeginPasskeyLogIn.PER_ADDRESS, network);
        }
        return outcome;
    }

    /// The challenge is used up outside of the transaction: it was answered, whatever comes of it.
    private Optional<Proven> proven(Command command) {
        PasskeyAnswer.Used answer = command.answer();
        return ceremonies
                .nonceIn(answer)
                .flatMap(challenges::take)
                .filter(challenge -> challenge.isGood(clock.instant()))
                .filter(challenge -> isSaidOf(command.token(), challenge))
                .flatMap(challenge -> passkeys.find(answer.credential())
                        .filter(passkey -> isOwners(passkey, answer, challenge))
                        .flatMap(passkey -> ceremonies
                                .verify(answer, challenge, passkey)
                                .map(usage -> new Proven(challenge, passkey, usage))));
    }

    private boolean isSaidOf(@Nullable ChallengeToken token, PasskeyChallenge challenge) {
        if (token == null) {
            return true;
        }
        return challenge.errand() instanceof Errand.SecondFactor(var arrival)
                && seals.open(token)
                        .map(ChallengeId::value)
                        .filter(arrival::equals)
                        .isPresent();
    }

    /// Who comes in by the passkey alone is who the device says they are, so it has to say so.
    private boolean isOwners(Passkey passkey, PasskeyAnswer.Used answer, PasskeyChallenge challenge) {
        boolean named = ceremonies.handleOf(passkey.user()).equals(answer.userHandle());
        return switch (challenge.errand()) {
            case Errand.ComingIn() -> named;
            case Errand.SecondFactor _ -> named || answer.userHandle().isEmpty();
            case Errand.Adding _ -> false;
        };
    }

    private Outcome admit(Proven proven, Device device) {
        Optional<Challenge> arrival = arrivalOf(proven);
        if (arrival.isEmpty() && !(proven.challenge().errand() instanceof Errand.ComingIn)) {
            return new Outcome.NotGood();
        }
        return users.find(proven.passkey().user())
                .map(user -> admit(user, proven, arrival, device))
                .orElseGet(Outcome.NotGood::new);
    }

    /// Where another factor was proven before: by whom, as far as it still counts.
    private Optional<Challenge> arrivalOf(Proven proven) {
        return proven.challenge().errand() instanceof Errand.SecondFactor(var challenge)
                ? arrivals.find(new ChallengeId(challenge))
                        .filter(arrival ->
                                arrival.user().equals(proven.passkey().user()))
                        .filter(arrival -> arrival.isGood(clock.instant()))
                : Optional.empty();
    }

    private Outcome admit(User user, Proven proven, Optional<Challenge> arrival, Device device) {
        return switch (Admission.of(user, rules)) {
            case Admission.Disabled() -> new Outcome.AccountDisabled();
            case Admission.Leaving(Instant end) -> new Outcome.AccountLeaving(end);
            case Admission.Unverified() -> new Outcome.EmailUnverified();
            case Admission.Granted(Bearer bearer) -> welcome(user, bearer, proven, arrival, device);
        };
    }

    private Outcome welcome(User user, Bearer bearer, Proven proven, Optional<Challenge> arrival, Device device) {
        Instant now = clock.instant();
        if (!passkeys.use(proven.passkey(), proven.usage(), now)) {
            boolean stillThere = passkeys.find(proven.passkey().credential()).isPresent();
            return stillThere ? new Outcome.Copied(user) : new Outcome.NotGood();
        }
        if (!arrival.map(arrivals::take).orElse(true)) {
            throw new StaleAggregate("A challenge");
        }
        return new Outcome.Welcome(user, reception.receive(bearer, device, now));
    }
}

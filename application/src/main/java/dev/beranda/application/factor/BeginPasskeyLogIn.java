package dev.beranda.application.factor;

import dev.beranda.domain.factor.Challenge;
import dev.beranda.domain.factor.ChallengeSeals;
import dev.beranda.domain.factor.ChallengeToken;
import dev.beranda.domain.factor.Challenges;
import dev.beranda.domain.passkey.Ceremonies;
import dev.beranda.domain.passkey.CredentialId;
import dev.beranda.domain.passkey.Passkey;
import dev.beranda.domain.passkey.PasskeyChallenge;
import dev.beranda.domain.passkey.PasskeyChallenge.Errand;
import dev.beranda.domain.passkey.PasskeyChallenges;
import dev.beranda.domain.passkey.Passkeys;
import dev.beranda.domain.shared.ClientAddress;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted;
import dev.beranda.domain.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ask a device for a passkey: whichever it has, whoever it belongs to; or one of somebody's who has proven another
/// factor.
public final class BeginPasskeyLogIn {

    public static final Allowance PER_ADDRESS = new Allowance("passkey-address", 100, Duration.ofMinutes(5));

    /// @param token what stands for the other factor, if one was proven
    public record Command(@Nullable ChallengeToken token, ClientAddress from) {}

    public sealed interface Outcome {

        /// @param credentials those that will do; none named means any
        record Begun(PasskeyChallenge challenge, List<CredentialId> credentials) implements Outcome {

            public Begun {
                credentials = List.copyOf(credentials);
            }
        }

        /// The other factor has to be proven anew.
        record NotGood() implements Outcome {}

        record TooManyAttempts(Allowance allowance, Duration retryAfter) implements Outcome {}
    }

    private final Challenges arrivals;
    private final ChallengeSeals seals;
    private final Passkeys passkeys;
    private final PasskeyChallenges challenges;
    private final Ceremonies ceremonies;
    private final Transactions transactions;
    private final Throttle throttle;
    private final Clock clock;

    public BeginPasskeyLogIn(
            Challenges arrivals,
            ChallengeSeals seals,
            Passkeys passkeys,
            PasskeyChallenges challenges,
            Ceremonies ceremonies,
            Transactions transactions,
            Throttle throttle,
            Clock clock) {
        this.arrivals = arrivals;
        this.seals = seals;
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.ceremonies = ceremonies;
        this.transactions = transactions;
        this.throttle = throttle;
        this.clock = clock;
    }

    public Outcome begin(Command command) {
        if (throttle.take(PER_ADDRESS, command.from().network()) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts(PER_ADDRESS, retryAfter);
        }
        ChallengeToken token = command.token();
        if (token == null) {
            return begun(new Errand.ComingIn(), List.of());
        }
        Optional<Challenge> arrival =
                seals.open(token).flatMap(arrivals::find).filter(standing -> standing.isGood(clock.instant()));
        return arrival.map(standing -> begun(
                        new Errand.SecondFactor(standing.id().value()),
                        passkeys.of(standing.user()).stream()
                                .map(Passkey::credential)
                                .toList()))
                .orElseGet(Outcome.NotGood::new);
    }

    private Outcome begun(Errand errand, List<CredentialId> credentials) {
        Instant now = clock.instant();
        var challenge = PasskeyChallenge.issue(ceremonies.drawNonce(), errand, now);
        return transactions.write(() -> {
            challenges.issue(challenge);
            return new Outcome.Begun(challenge, credentials);
        });
    }
}

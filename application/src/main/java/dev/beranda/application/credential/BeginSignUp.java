package dev.beranda.application.credential;

import dev.beranda.domain.shared.ClientAddress;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted;
import java.time.Duration;

/// Come up with a form for an account, however it is filled in. This is asked before anything in the form is looked at,
/// so that a wrong one costs no more than a right one.
public final class BeginSignUp {

    /// Of each account that may be opened from there, five forms: somebody corrects theirs a few times.
    public static final Allowance PER_ADDRESS =
            new Allowance("sign-up-forms", 5 * SignUp.PER_ADDRESS.attempts(), SignUp.PER_ADDRESS.period());

    public record Command(ClientAddress from) {}

    public sealed interface Outcome {

        record Begun() implements Outcome {}

        record TooManyAttempts(Allowance allowance, Duration retryAfter) implements Outcome {}
    }

    private final Throttle throttle;

    public BeginSignUp(Throttle throttle) {
        this.throttle = throttle;
    }

    public Outcome begin(Command command) {
        return throttle.take(PER_ADDRESS, command.from().network()) instanceof Exhausted(var retryAfter)
                ? new Outcome.TooManyAttempts(PER_ADDRESS, retryAfter)
                : new Outcome.Begun();
    }
}

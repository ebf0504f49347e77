package dev.beranda.application.credential;

import dev.beranda.domain.credential.Password;
import dev.beranda.domain.factor.FactorProof;
import dev.beranda.domain.letter.LetterEvent;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Ask for another address, having shown who one is. Nothing changes before the letter that goes there was read;
/// whether the address has an account already is told to its reader only.
public final class AskForNewAddress {

    public static final Allowance PER_ACCOUNT = new Allowance("new-address", 5, Duration.ofHours(1));

    public record Command(
            Access caller,
            @Nullable Password password,
            @Nullable FactorProof proof,
            EmailAddress address) {}

    public sealed interface Outcome {

        record Noted() implements Outcome {}

        record NotProven(ProveOneself.Refusal why) implements Outcome {}

        record TooManyLetters(Allowance allowance, Duration retryAfter) implements Outcome {}
    }

    private final ProveOneself proveOneself;
    private final DomainEvents events;
    private final Throttle throttle;
    private final Clock clock;

    public AskForNewAddress(ProveOneself proveOneself, DomainEvents events, Throttle throttle, Clock clock) {
        this.proveOneself = proveOneself;
        this.events = events;
        this.throttle = throttle;
        this.clock = clock;
    }

    /// What no letter came of does not count as one.
    public Outcome ask(Command command) {
        var user = command.caller().bearer().user();
        if (throttle.take(PER_ACCOUNT, user.toString()) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyLetters(PER_ACCOUNT, retryAfter);
        }
        var proof = new ProveOneself.Command<>(command.caller(), command.password(), command.proof(), () -> {
            events.append(new LetterEvent.MoveWanted(user, command.address(), clock.instant()));
            return new Outcome.Noted();
        });
        return switch (proveOneself.prove(proof)) {
            case ProveOneself.Outcome.Done<Outcome.Noted>(var noted) -> noted;
            case ProveOneself.Outcome.Refused<Outcome.Noted>(var why) -> {
                throttle.giveBack(PER_ACCOUNT, user.toString());
                yield new Outcome.NotProven(why);
            }
        };
    }
}

package dev.beranda.application.factor;

import dev.beranda.domain.factor.Authenticator;
import dev.beranda.domain.factor.Authenticators;
import dev.beranda.domain.factor.FactorEvent;
import dev.beranda.domain.factor.RecoveryCode;
import dev.beranda.domain.factor.RecoveryCodes;
import dev.beranda.domain.factor.RecoveryMint;
import dev.beranda.domain.factor.Totp;
import dev.beranda.domain.factor.TotpCode;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.Evictions;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.session.SessionId;
import dev.beranda.domain.session.Sessions;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Show that the app works: from then on nobody comes in without it. Whoever came in before, elsewhere, is out.
public final class TurnOnSecondFactor {

    public record Command(Access caller, TotpCode code) {}

    public sealed interface Outcome {

        /// The only time these codes are shown.
        record TurnedOn(List<RecoveryCode> recoveryCodes) implements Outcome {

            public TurnedOn {
                recoveryCodes = List.copyOf(recoveryCodes);
            }
        }

        record WrongCode() implements Outcome {}

        record NotBegun() implements Outcome {}

        record AlreadyOn() implements Outcome {}

        record TooManyAttempts(Allowance allowance, Duration retryAfter) implements Outcome {}
    }

    private final Authenticators authenticators;
    private final Totp totp;
    private final RecoveryCodes recoveryCodes;
    private final RecoveryMint mint;
    private final Sessions sessions;
    private final Evictions evictions;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Throttle throttle;
    private final Clock clock;

    public TurnOnSecondFactor(
            Authenticators authenticators,
            Totp totp,
            RecoveryCodes recoveryCodes,
            RecoveryMint mint,
            Sessions sessions,
            Evictions evictions,
            DomainEvents events,
            Transactions transactions,
            Throttle throttle,
            Clock clock) {
        this.authenticators = authenticators;
        this.totp = totp;
        this.recoveryCodes = recoveryCodes;
        this.mint = mint;
        this.sessions = sessions;
        this.evictions = evictions;
        this.events = events;
        this.transactions = transactions;
        this.throttle = throttle;
        this.clock = clock;
    }

    public Outcome turnOn(Command command) {
        String account = command.caller().bearer().user().toString();
        if (throttle.take(LogInWithCode.PER_ACCOUNT, account) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts(LogInWithCode.PER_ACCOUNT, retryAfter);
        }
        Outcome outcome = transactions.write(() -> confirm(command));
        if (!(outcome instanceof Outcome.WrongCode)) {
            throttle.giveBack(LogInWithCode.PER_ACCOUNT, account);
        }
        return outcome;
    }

    private Outcome confirm(Command command) {
        return authenticators
                .hold(command.caller().bearer().user())
                .filter(_ -> !hasEnded(command.caller().session()))
                .map(app -> app.confirmed() ? new Outcome.AlreadyOn() : confirm(app, command))
                .orElseGet(Outcome.NotBegun::new);
    }

    /// Whose session ended a moment ago, perhaps because they are not who they say, may still have a token.
    private boolean hasEnded(SessionId session) {
        return sessions.find(session).filter(found -> !found.hasEnded()).isEmpty();
    }

    private Outcome confirm(Authenticator app, Command command) {
        Instant now = clock.instant();
        var step = totp.stepOf(app, command.code(), now);
        if (step.isEmpty()) {
            return new Outcome.WrongCode();
        }
        if (!authenticators.confirm(app, step.getAsLong(), now)) {
            return new Outcome.AlreadyOn();
        }
        return carryOut(app.user(), command.caller(), now);
    }

    private Outcome carryOut(UserId user, Access caller, Instant now) {
        List<RecoveryCode> codes = RecoveryCode.drawSet(mint);
        recoveryCodes.replace(user, mint.digestsOf(user, codes));
        evictions.endAllBut(caller.session(), user, EndReason.SECOND_FACTOR_CHANGED, now);
        events.append(new FactorEvent.TurnedOn(user, now));
        return new Outcome.TurnedOn(codes);
    }
}

package dev.beranda.application.factor;

import dev.beranda.domain.factor.Authenticator;
import dev.beranda.domain.factor.Authenticators;
import dev.beranda.domain.factor.Totp;
import dev.beranda.domain.factor.TotpSecret;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.Sessions;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.time.Instant;

/// Begin with an app on one's phone. Nothing changes before it has shown a right code.
public final class BeginSecondFactor {

    public record Command(Access caller) {}

    public sealed interface Outcome {

        record Begun(User user, TotpSecret secret) implements Outcome {}

        /// The session is not fresh: whoever found it open must not lock its owner out.
        record LoggedInLongAgo() implements Outcome {}

        record AlreadyOn() implements Outcome {}
    }

    private final Users users;
    private final Sessions sessions;
    private final Authenticators authenticators;
    private final Totp totp;
    private final Transactions transactions;
    private final Clock clock;

    public BeginSecondFactor(
            Users users,
            Sessions sessions,
            Authenticators authenticators,
            Totp totp,
            Transactions transactions,
            Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.authenticators = authenticators;
        this.totp = totp;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome begin(Command command) {
        UserId id = command.caller().bearer().user();
        Instant now = clock.instant();
        if (sessions.find(command.caller().session())
                .filter(session -> session.isFresh(now))
                .isEmpty()) {
            return new Outcome.LoggedInLongAgo();
        }
        TotpSecret secret = totp.draw();
        var app = Authenticator.begin(id, totp.seal(id, secret), now);
        return transactions.write(() -> {
            User user = users.find(id).orElseThrow(() -> new IllegalStateException("a session of nobody"));
            return authenticators.begin(app) ? new Outcome.Begun(user, secret) : new Outcome.AlreadyOn();
        });
    }
}

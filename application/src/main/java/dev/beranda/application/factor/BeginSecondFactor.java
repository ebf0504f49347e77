package dev.beranda.application.factor;

import dev.beranda.domain.factor.Authenticator;
import dev.beranda.domain.factor.Authenticators;
import dev.beranda.domain.factor.Totp;
import dev.beranda.domain.factor.TotpSecret;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Users;
import java.time.Clock;

/// Begin with an app on one's phone. Nothing changes before it has shown a right code.
public final class BeginSecondFactor {

    public record Command(Access caller) {}

    public sealed interface Outcome {

        record Begun(User user, TotpSecret secret) implements Outcome {}

        record AlreadyOn() implements Outcome {}
    }

    private final Users users;
    private final Authenticators authenticators;
    private final Totp totp;
    private final Transactions transactions;
    private final Clock clock;

    public BeginSecondFactor(
            Users users, Authenticators authenticators, Totp totp, Transactions transactions, Clock clock) {
        this.users = users;
        this.authenticators = authenticators;
        this.totp = totp;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome begin(Command command) {
        UserId id = command.caller().bearer().user();
        TotpSecret secret = totp.draw();
        var app = Authenticator.begin(id, totp.seal(id, secret), clock.instant());
        return transactions.write(() -> {
            User user = users.find(id).orElseThrow(() -> new IllegalStateException("a session of nobody"));
            return authenticators.begin(app) ? new Outcome.Begun(user, secret) : new Outcome.AlreadyOn();
        });
    }
}

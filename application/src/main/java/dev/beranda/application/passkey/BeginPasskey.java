package dev.beranda.application.passkey;

import dev.beranda.domain.passkey.Ceremonies;
import dev.beranda.domain.passkey.CredentialId;
import dev.beranda.domain.passkey.Passkey;
import dev.beranda.domain.passkey.PasskeyChallenge;
import dev.beranda.domain.passkey.PasskeyChallenges;
import dev.beranda.domain.passkey.Passkeys;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.Sessions;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Ask somebody's device for a new passkey.
public final class BeginPasskey {

    public record Command(Access caller) {}

    public sealed interface Outcome {

        /// @param handle what the device will know the person by
        /// @param others those it need not make again
        record Begun(User user, String handle, PasskeyChallenge challenge, List<CredentialId> others)
                implements Outcome {

            public Begun {
                others = List.copyOf(others);
            }
        }

        /// The session is not fresh: whoever found it open must not make themselves a key.
        record LoggedInLongAgo() implements Outcome {}

        record TooMany() implements Outcome {}
    }

    private final Users users;
    private final Sessions sessions;
    private final Passkeys passkeys;
    private final PasskeyChallenges challenges;
    private final Ceremonies ceremonies;
    private final Transactions transactions;
    private final Clock clock;

    public BeginPasskey(
            Users users,
            Sessions sessions,
            Passkeys passkeys,
            PasskeyChallenges challenges,
            Ceremonies ceremonies,
            Transactions transactions,
            Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.ceremonies = ceremonies;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome begin(Command command) {
        var session = command.caller().session();
        Instant now = clock.instant();
        if (sessions.find(session).filter(found -> found.isFresh(now)).isEmpty()) {
            return new Outcome.LoggedInLongAgo();
        }
        var challenge =
                PasskeyChallenge.issue(ceremonies.drawNonce(), new PasskeyChallenge.Errand.Adding(session), now);
        return transactions.write(() -> issue(command.caller().bearer().user(), challenge));
    }

    private Outcome issue(UserId id, PasskeyChallenge challenge) {
        User user = users.find(id).orElseThrow(() -> new IllegalStateException("a session of nobody"));
        List<Passkey> present = passkeys.of(id);
        if (present.size() >= Passkey.MOST) {
            return new Outcome.TooMany();
        }
        challenges.issue(challenge);
        var others = present.stream().map(Passkey::credential).toList();
        return new Outcome.Begun(user, ceremonies.handleOf(id), challenge, others);
    }
}

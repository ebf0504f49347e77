package dev.beranda.application.passkey;

import dev.beranda.domain.passkey.Attestation;
import dev.beranda.domain.passkey.Ceremonies;
import dev.beranda.domain.passkey.Passkey;
import dev.beranda.domain.passkey.PasskeyAnswer;
import dev.beranda.domain.passkey.PasskeyChallenge.Errand;
import dev.beranda.domain.passkey.PasskeyChallenges;
import dev.beranda.domain.passkey.PasskeyEvent;
import dev.beranda.domain.passkey.PasskeyId;
import dev.beranda.domain.passkey.PasskeyName;
import dev.beranda.domain.passkey.Passkeys;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.SessionId;
import dev.beranda.domain.session.Sessions;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// Keep the passkey somebody's device has made.
public final class AddPasskey {

    public record Command(Access caller, PasskeyAnswer.Made answer, PasskeyName name) {}

    public sealed interface Outcome {

        record Added(PasskeyView passkey) implements Outcome {}

        /// Not what was asked for, or not by who was asked, or somebody's already.
        record NotGood() implements Outcome {}
    }

    private final Passkeys passkeys;
    private final PasskeyChallenges challenges;
    private final Ceremonies ceremonies;
    private final Sessions sessions;
    private final DomainEvents events;
    private final Transactions transactions;
    private final UuidSource uuids;
    private final Clock clock;

    public AddPasskey(
            Passkeys passkeys,
            PasskeyChallenges challenges,
            Ceremonies ceremonies,
            Sessions sessions,
            DomainEvents events,
            Transactions transactions,
            UuidSource uuids,
            Clock clock) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.ceremonies = ceremonies;
        this.sessions = sessions;
        this.events = events;
        this.transactions = transactions;
        this.uuids = uuids;
        this.clock = clock;
    }

    /// The challenge is used up outside of the transaction: it was answered, whatever comes of it.
    public Outcome add(Command command) {
        var errand = new Errand.Adding(command.caller().session());
        Optional<Attestation> attested = ceremonies
                .nonceIn(command.answer())
                .flatMap(challenges::take)
                .filter(challenge -> challenge.isGoodFor(errand, clock.instant()))
                .flatMap(challenge -> ceremonies.verify(command.answer(), challenge));
        return attested.map(attestation -> transactions.write(() -> keep(attestation, command)))
                .orElseGet(Outcome.NotGood::new);
    }

    private Outcome keep(Attestation attestation, Command command) {
        UserId user = command.caller().bearer().user();
        Instant now = clock.instant();
        var passkey = Passkey.add(new PasskeyId(uuids.next()), user, attestation, command.name(), now);
        if (!passkeys.add(passkey)) {
            return new Outcome.NotGood();
        }
        if (hasEnded(command.caller().session())) {
            passkeys.remove(passkey.id(), user);
            return new Outcome.NotGood();
        }
        events.append(new PasskeyEvent.Added(user, passkey.id(), now));
        return new Outcome.Added(PasskeyView.of(passkey));
    }

    /// Whose session ended a moment ago, perhaps because they are not who they say, may still have a token. It is
    /// looked at last: who adds a key has waited for whoever was just ending sessions, and others wait for them.
    private boolean hasEnded(SessionId session) {
        return sessions.find(session).filter(found -> !found.hasEnded()).isEmpty();
    }
}

package dev.beranda.application.passkey;

import dev.beranda.domain.passkey.OtherWaysIn;
import dev.beranda.domain.passkey.Passkey;
import dev.beranda.domain.passkey.PasskeyEvent;
import dev.beranda.domain.passkey.PasskeyId;
import dev.beranda.domain.passkey.Passkeys;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.Evictions;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.session.Sessions;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Remove one of one's passkeys. Every other session ends: one of them may be of who has the device.
public final class RemovePasskey {

    public record Command(Access caller, PasskeyId passkey) {}

    public sealed interface Outcome {

        record Removed() implements Outcome {}

        record NoSuchPasskey() implements Outcome {}

        record LastWayIn() implements Outcome {}

        record LoggedInLongAgo() implements Outcome {}
    }

    private final Passkeys passkeys;
    private final OtherWaysIn otherWaysIn;
    private final Sessions sessions;
    private final Evictions evictions;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public RemovePasskey(
            Passkeys passkeys,
            OtherWaysIn otherWaysIn,
            Sessions sessions,
            Evictions evictions,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        this.passkeys = passkeys;
        this.otherWaysIn = otherWaysIn;
        this.sessions = sessions;
        this.evictions = evictions;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome remove(Command command) {
        Instant now = clock.instant();
        if (sessions.find(command.caller().session())
                .filter(session -> session.isFresh(now))
                .isEmpty()) {
            return new Outcome.LoggedInLongAgo();
        }
        return transactions.write(() -> carryOut(command, now));
    }

    private Outcome carryOut(Command command, Instant now) {
        UserId user = command.caller().bearer().user();
        boolean another = otherWaysIn.openTo(user);
        List<PasskeyId> present = passkeys.of(user).stream().map(Passkey::id).toList();
        if (!present.contains(command.passkey())) {
            return new Outcome.NoSuchPasskey();
        }
        if (!another && present.size() == 1) {
            return new Outcome.LastWayIn();
        }
        passkeys.remove(command.passkey(), user);
        evictions.endAllBut(command.caller().session(), user, EndReason.PASSKEY_REMOVED, now);
        events.append(new PasskeyEvent.Removed(user, command.passkey(), now));
        return new Outcome.Removed();
    }
}

package dev.beranda.application.session;

import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.Ending;
import dev.beranda.domain.session.Session;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.session.Sessions;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import java.time.Clock;
import java.time.Instant;

/// Log every device out but the one in hand.
public final class EndOtherSessions {

    public record Command(Access caller) {}

    public record Outcome(int ended) {}

    private final Sessions sessions;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public EndOtherSessions(Sessions sessions, DomainEvents events, Transactions transactions, Clock clock) {
        this.sessions = sessions;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome endOthers(Command command) {
        Access caller = command.caller();
        return transactions.write(() ->
                new Outcome(Math.toIntExact(sessions.openOf(caller.bearer().user()).stream()
                        .filter(session -> !session.id().equals(caller.session()))
                        .filter(this::end)
                        .count())));
    }

    private boolean end(Session session) {
        Instant now = clock.instant();
        if (session.end(EndReason.ENDED_BY_OWNER, now) instanceof Ending.Ended(var ended, var event)) {
            sessions.save(ended);
            events.append(event);
            return true;
        }
        return false;
    }
}

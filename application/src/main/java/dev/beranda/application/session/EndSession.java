package dev.beranda.application.session;

import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.Ending;
import dev.beranda.domain.session.Session;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.session.SessionId;
import dev.beranda.domain.session.Sessions;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import java.time.Clock;

/// Log one of one's own devices out.
public final class EndSession {

    public record Command(Access caller, SessionId session) {}

    public sealed interface Outcome {

        record Done() implements Outcome {}

        record NoSuchSession() implements Outcome {}
    }

    private final Sessions sessions;
    private final DomainEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public EndSession(Sessions sessions, DomainEvents events, Transactions transactions, Clock clock) {
        this.sessions = sessions;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome end(Command command) {
        return transactions.write(() -> sessions.find(command.session())
                .filter(session -> session.belongsTo(command.caller().bearer().user()))
                .map(this::carryOut)
                .orElseGet(Outcome.NoSuchSession::new));
    }

    private Outcome carryOut(Session session) {
        return switch (session.end(EndReason.ENDED_BY_OWNER, clock.instant())) {
            case Ending.Ended(var ended, var event) -> {
                sessions.save(ended);
                events.append(event);
                yield new Outcome.Done();
            }
            case Ending.AlreadyEnded() -> new Outcome.NoSuchSession();
        };
    }
}

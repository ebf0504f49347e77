package dev.beranda.domain.session;

import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.user.UserId;
import java.time.Instant;
import java.util.function.Predicate;

/// Ends the sessions somebody has, each with its news, and turns away whoever is on the way into another. Says how many
/// sessions there were.
public final class Evictions {

    private final Sessions sessions;
    private final Arrivals arrivals;
    private final DomainEvents events;

    public Evictions(Sessions sessions, Arrivals arrivals, DomainEvents events) {
        this.sessions = sessions;
        this.arrivals = arrivals;
        this.events = events;
    }

    public int endAll(UserId user, EndReason reason, Instant now) {
        return end(user, _ -> true, reason, now);
    }

    public int endAllBut(SessionId kept, UserId user, EndReason reason, Instant now) {
        return end(user, session -> !session.id().equals(kept), reason, now);
    }

    private int end(UserId user, Predicate<Session> which, EndReason reason, Instant now) {
        arrivals.turnAway(user);
        int ended = 0;
        for (Session session : sessions.openOf(user)) {
            if (which.test(session) && session.end(reason, now) instanceof Ending.Ended(var over, var event)) {
                sessions.save(over);
                events.append(event);
                ended++;
            }
        }
        return ended;
    }
}

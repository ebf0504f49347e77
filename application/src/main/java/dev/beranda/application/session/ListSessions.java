package dev.beranda.application.session;

import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.SessionLifetimes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Show a person where they are logged in.
public final class ListSessions {

    public record Query(Access caller) {}

    private final SessionReader reader;
    private final SessionLifetimes lifetimes;
    private final Clock clock;

    public ListSessions(SessionReader reader, SessionLifetimes lifetimes, Clock clock) {
        this.reader = reader;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    public List<SessionView> list(Query query) {
        Instant now = clock.instant();
        return reader.aliveOf(query.caller().bearer().user(), now.minus(lifetimes.idle()), now);
    }
}

package dev.beranda.application.session;

import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.SessionLifetimes;
import dev.beranda.domain.shared.Places;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Show a person where they are logged in.
public final class ListSessions {

    public record Query(Access caller) {}

    private final SessionReader reader;
    private final SessionLifetimes lifetimes;
    private final Places places;
    private final Clock clock;

    public ListSessions(SessionReader reader, SessionLifetimes lifetimes, Places places, Clock clock) {
        this.reader = reader;
        this.lifetimes = lifetimes;
        this.places = places;
        this.clock = clock;
    }

    public List<SessionView> list(Query query) {
        Instant now = clock.instant();
        return reader.aliveOf(query.caller().bearer().user(), now.minus(lifetimes.idle()), now).stream()
                .map(this::placed)
                .toList();
    }

    private SessionView placed(SessionView view) {
        return view.at(places.of(view.device().address()).orElse(null));
    }
}

package dev.beranda.domain.session;

import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.UuidSource;
import java.time.Instant;

/// Lets somebody in whom another word knows by now: by whatever door they came, their stay begins here.
public final class Reception {

    private final Sessions sessions;
    private final TokenIssuer issuer;
    private final DomainEvents events;
    private final UuidSource uuids;
    private final SessionLifetimes lifetimes;
    private final Familiarity familiarity;

    public Reception(
            Sessions sessions,
            TokenIssuer issuer,
            DomainEvents events,
            UuidSource uuids,
            SessionLifetimes lifetimes,
            Familiarity familiarity) {
        this.sessions = sessions;
        this.issuer = issuer;
        this.events = events;
        this.uuids = uuids;
        this.lifetimes = lifetimes;
        this.familiarity = familiarity;
    }

    /// To be called in the transaction that finds out that they may.
    public TokenPair receive(Bearer bearer, Device device, Instant now) {
        var opening = Session.open(new SessionId(uuids.next()), bearer, device, lifetimes, now);
        sessions.add(opening.session());
        events.append(opening.event());
        if (familiarity.isStrange(bearer.user(), device, now)) {
            events.append(new SessionEvent.StrangeDevice(opening.session().id(), bearer.user(), device, now));
        }
        return issuer.issueFor(opening.session(), now);
    }
}

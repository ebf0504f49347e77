package dev.beranda.domain.session;

import dev.beranda.domain.shared.ClientAddress;
import java.time.Instant;
import java.util.Optional;

/// What most visits to a session are, in one step.
public interface Generations {

    /// Begins the next generation of a session, where [Session#refresh] would decide to, and says how the session is
    /// then. Where it would decide anything else, nothing happens.
    Optional<Session> advance(RefreshClaim claim, ClientAddress from, SessionLifetimes lifetimes, Instant now);
}

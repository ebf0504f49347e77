package dev.beranda.application.session;

import dev.beranda.domain.user.UserId;
import java.time.Instant;
import java.util.List;

/// Reads sessions for show.
public interface SessionReader {

    /// Those of one person that are alive, the one used last first, without places.
    ///
    /// @param usedSince older ones have gone idle
    List<SessionView> aliveOf(UserId user, Instant usedSince, Instant now);
}

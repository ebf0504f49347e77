package dev.beranda.domain.session;

import dev.beranda.domain.user.UserId;

/// Those who are on the way in and have no session yet.
public interface Arrivals {

    /// What they have proven so far counts for nothing any more.
    void turnAway(UserId user);
}

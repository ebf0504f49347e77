package dev.beranda.application.privacy;

import dev.beranda.domain.privacy.Leavers;
import dev.beranda.domain.user.UserId;
import java.time.Clock;
import java.util.List;

/// Find out whose time is up.
public final class FindLeavers {

    /// @param atMost those who have waited longest come first
    public record Query(int atMost) {}

    private final Leavers leavers;
    private final Clock clock;

    public FindLeavers(Leavers leavers, Clock clock) {
        this.leavers = leavers;
        this.clock = clock;
    }

    public List<UserId> find(Query query) {
        return leavers.due(clock.instant(), query.atMost());
    }
}

package dev.beranda.application.post;

import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.Trash;
import dev.beranda.domain.post.TrashPeriod;
import java.time.Clock;
import java.util.List;

/// Find out which posts have lain in the trash long enough.
public final class FindExpired {

    /// @param atMost those that have lain there longest come first
    public record Query(int atMost) {}

    private final Trash trash;
    private final TrashPeriod period;
    private final Clock clock;

    public FindExpired(Trash trash, TrashPeriod period, Clock clock) {
        this.trash = trash;
        this.period = period;
        this.clock = clock;
    }

    public List<PostId> find(Query query) {
        return period.endedFor(clock.instant())
                .map(ended -> trash.thrownAway(ended, query.atMost()))
                .orElseGet(List::of);
    }
}

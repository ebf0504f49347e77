package dev.beranda.application.post;

import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.Premieres;
import java.time.Clock;
import java.util.List;

/// Find out which posts' moment has come.
public final class FindPremieres {

    /// @param atMost those that have waited longest come first
    public record Query(int atMost) {}

    private final Premieres premieres;
    private final Clock clock;

    public FindPremieres(Premieres premieres, Clock clock) {
        this.premieres = premieres;
        this.clock = clock;
    }

    public List<PostId> find(Query query) {
        return premieres.due(clock.instant(), query.atMost());
    }
}

package dev.beranda.application.freshness;

import dev.beranda.domain.freshness.Changes;
import dev.beranda.domain.freshness.Moment;
import java.util.Optional;

/// Remember as of when something is about to be looked up, so that [CheckFreshness] can tell later whether it still is
/// so. Nothing where nobody will be able to tell.
public final class MarkMoment {

    private final Changes changes;

    public MarkMoment(Changes changes) {
        this.changes = changes;
    }

    public Optional<Moment> mark() {
        return changes.now();
    }
}

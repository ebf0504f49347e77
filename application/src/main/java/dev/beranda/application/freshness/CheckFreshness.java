package dev.beranda.application.freshness;

import dev.beranda.domain.freshness.Changes;
import dev.beranda.domain.freshness.Moment;
import dev.beranda.domain.freshness.Subject;
import java.util.Set;

/// Find out, without waiting for anything, whether what was looked up at a moment still is so.
public final class CheckFreshness {

    public record Query(Set<Subject> subjects, Moment since) {

        public Query {
            subjects = Set.copyOf(subjects);
        }
    }

    private final Changes changes;

    public CheckFreshness(Changes changes) {
        this.changes = changes;
    }

    public boolean isFresh(Query query) {
        return changes.surelyNoneOf(query.subjects(), query.since());
    }
}

package dev.beranda.domain.freshness;

import java.util.Optional;
import java.util.Set;

/// What changed of late, on whatever node.
public interface Changes {

    /// The present moment: what is looked up from now on holds all that changed before. Nothing while news may be
    /// missing.
    Optional<Moment> now();

    /// Whether certainly none of the subjects changed since. What is told a moment after it was committed may be
    /// missing for that moment, unless it was committed here.
    boolean surelyNoneOf(Set<Subject> subjects, Moment since);
}

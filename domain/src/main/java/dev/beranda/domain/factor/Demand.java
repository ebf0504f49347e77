package dev.beranda.domain.factor;

import java.time.Duration;
import java.util.Set;

/// What somebody is told who has proven one factor: prove another, by one of these, with this token.
public record Demand(ChallengeToken token, Set<FactorKind> kinds, Duration expiresIn) {

    public Demand {
        kinds = Set.copyOf(kinds);
    }
}

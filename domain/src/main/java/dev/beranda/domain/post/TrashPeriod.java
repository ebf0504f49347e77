package dev.beranda.domain.post;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long posts lie in the trash before they are deleted for good.
public sealed interface TrashPeriod {

    record ForEver() implements TrashPeriod {}

    record Of(Duration length) implements TrashPeriod {}

    /// What was thrown away before this moment has lain there long enough; nothing where nothing ever has.
    default Optional<Instant> endedFor(Instant now) {
        return switch (this) {
            case ForEver() -> Optional.empty();
            case Of(var length) -> Optional.of(now.minus(length));
        };
    }
}

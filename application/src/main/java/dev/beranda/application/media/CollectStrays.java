package dev.beranda.application.media;

import dev.beranda.domain.media.Media;
import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.media.Shelves;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Throw away bytes that nobody knows of: of what failed half way, and of what was removed. Only what is older than any
/// work still under way can be.
public final class CollectStrays {

    public static final Duration NOT_YET = Duration.ofDays(1);

    private static final int AT_ONCE = 500;

    /// @param removed of how many media
    public record Collected(int removed) {}

    private final Media media;
    private final Shelves shelves;
    private final Clock clock;

    public CollectStrays(Media media, Shelves shelves, Clock clock) {
        this.media = media;
        this.shelves = shelves;
        this.clock = clock;
    }

    public Collected collect() {
        Instant young = clock.instant().minus(NOT_YET);
        int removed = 0;
        for (var held = shelves.held(MediaId.FIRST, AT_ONCE);
                !held.isEmpty();
                held = shelves.held(held.getLast(), AT_ONCE)) {
            removed += remove(held, young);
        }
        return new Collected(removed);
    }

    private int remove(List<MediaId> held, Instant young) {
        List<MediaId> old =
                held.stream().filter(id -> id.givenAt().isBefore(young)).toList();
        Set<MediaId> known = media.known(old);
        List<MediaId> strays = old.stream().filter(id -> !known.contains(id)).toList();
        strays.forEach(shelves::remove);
        return strays.size();
    }
}

package dev.beranda.application.media;

import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.media.Print;
import dev.beranda.domain.media.Shelves;
import dev.beranda.domain.shared.Content;
import java.util.Optional;

/// Hand out the bytes of one size of a medium. Whoever gets them lets go of them in the end.
public final class OpenPrint {

    public record Query(MediaId id, Print print) {}

    private final Shelves shelves;

    public OpenPrint(Shelves shelves) {
        this.shelves = shelves;
    }

    public Optional<Content> open(Query query) {
        return shelves.find(query.id(), query.print());
    }
}

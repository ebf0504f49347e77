package dev.beranda.application.media;

import dev.beranda.domain.media.Media;
import dev.beranda.domain.media.MediaId;
import java.util.Optional;

/// Tell anybody what a medium is and in which sizes it can be had.
public final class ShowMedium {

    public record Query(MediaId id) {}

    private final Media media;

    public ShowMedium(Media media) {
        this.media = media;
    }

    public Optional<MediumView> show(Query query) {
        return media.find(query.id()).map(MediumView::of);
    }
}

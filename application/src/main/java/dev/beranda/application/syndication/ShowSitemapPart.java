package dev.beranda.application.syndication;

import java.util.List;
import java.util.Optional;

/// Show one part of where everything is.
public final class ShowSitemapPart {

    public record Query(int number) {}

    private final SitemapReader reader;

    public ShowSitemapPart(SitemapReader reader) {
        this.reader = reader;
    }

    public Optional<List<PlaceView>> show(Query query) {
        return reader.part(query.number());
    }
}

package dev.beranda.application.syndication;

import java.util.List;

/// Where everything is.
public sealed interface SitemapView {

    record Whole(List<PlaceView> places) implements SitemapView {

        public Whole {
            places = List.copyOf(places);
        }
    }

    record Parts(List<PartView> parts) implements SitemapView {

        public Parts {
            parts = List.copyOf(parts);
        }
    }
}

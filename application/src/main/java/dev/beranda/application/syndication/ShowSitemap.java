package dev.beranda.application.syndication;

/// Show the programs of search engines where everything is.
public final class ShowSitemap {

    private final SitemapReader reader;

    public ShowSitemap(SitemapReader reader) {
        this.reader = reader;
    }

    public SitemapView show() {
        return reader.whole();
    }
}

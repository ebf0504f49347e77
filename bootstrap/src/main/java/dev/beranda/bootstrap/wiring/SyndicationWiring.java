package dev.beranda.bootstrap.wiring;

import dev.beranda.adapter.web.syndication.Site;
import dev.beranda.application.syndication.ChannelReader;
import dev.beranda.application.syndication.ShowChannel;
import dev.beranda.application.syndication.ShowSitemap;
import dev.beranda.application.syndication.ShowSitemapPart;
import dev.beranda.application.syndication.SitemapReader;
import dev.beranda.bootstrap.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class SyndicationWiring {

    @Singleton
    Site site(Settings settings) {
        return settings.site();
    }

    @Singleton
    ShowChannel showChannel(ChannelReader channels) {
        return new ShowChannel(channels);
    }

    @Singleton
    ShowSitemap showSitemap(SitemapReader reader) {
        return new ShowSitemap(reader);
    }

    @Singleton
    ShowSitemapPart showSitemapPart(SitemapReader reader) {
        return new ShowSitemapPart(reader);
    }
}

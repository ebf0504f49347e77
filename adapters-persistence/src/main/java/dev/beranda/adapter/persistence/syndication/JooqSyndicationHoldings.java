package dev.beranda.adapter.persistence.syndication;

import static dev.beranda.adapter.persistence.jooq.Tables.SITEMAP_PART;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class JooqSyndicationHoldings implements Holdings {

    @Override
    public String word() {
        return "syndication";
    }

    @Override
    public List<Holding> all() {
        return List.of(Holding.ofNobody(SITEMAP_PART, "where the map of the site is divided"));
    }
}

package dev.beranda.adapter.web.syndication;

import dev.beranda.application.syndication.PartView;
import dev.beranda.application.syndication.PlaceView;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Maps of the site as search engines read them (sitemaps.org). The longest address there can be, fifty thousand times,
/// is less than the fifty megabytes that one may be long: see [Site].
final class Sitemap {

    static final String TYPE = "application/xml";

    private static final Map<String, String> HEAD = Map.of("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

    private Sitemap() {}

    static String fileOf(int part) {
        return "/sitemap-" + part + ".xml";
    }

    /// @param isFirst whether the home page is in it
    static byte[] of(List<PlaceView> places, boolean isFirst, Site site) {
        return XmlPage.of(page -> page.element("urlset", HEAD, set -> {
            if (isFirst) {
                set.element("url", url -> url.element("loc", site.home()));
            }
            places.forEach(place -> set.element(
                    "url",
                    url -> url.element("loc", site.pageOf(place.slug())).element("lastmod", time(place.changedAt()))));
        }));
    }

    static byte[] ofParts(List<PartView> parts, Site site) {
        return XmlPage.of(page -> page.element(
                "sitemapindex",
                HEAD,
                index -> parts.forEach(part -> index.element(
                        "sitemap",
                        map -> map.element("loc", site.own(fileOf(part.number())))
                                .element("lastmod", time(part.changedAt()))))));
    }

    private static String time(Instant instant) {
        return Feed.toTheSecond(instant).toString();
    }
}

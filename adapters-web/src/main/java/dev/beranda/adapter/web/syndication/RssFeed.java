package dev.beranda.adapter.web.syndication;

import dev.beranda.application.post.LabelView;
import java.util.Map;

/// A feed as RSS 2.0, with what everybody adds to it: the whole text, and who wrote it.
final class RssFeed {

    static final String TYPE = "application/rss+xml";

    private static final Map<String, String> HEAD = Map.of(
            "version", "2.0",
            "xmlns:atom", "http://www.w3.org/2005/Atom",
            "xmlns:content", "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc", "http://purl.org/dc/elements/1.1/");

    private RssFeed() {}

    static byte[] of(Feed feed) {
        return XmlPage.of(page -> page.element(
                "rss",
                HEAD,
                rss -> rss.element("channel", channel -> {
                    writeHead(feed, channel);
                    feed.entries().forEach(entry -> channel.element("item", item -> write(entry, item)));
                })));
    }

    private static void writeHead(Feed feed, XmlPage channel) {
        String description = feed.site().description();
        channel.element("title", feed.title())
                .element("link", feed.site().home())
                .element("description", asHtml(description.isEmpty() ? feed.title() : description))
                .element("atom:link", Map.of("rel", "self", "type", TYPE, "href", feed.self()))
                .element("lastBuildDate", Publication.date(feed.changedAt()))
                .element("generator", "Beranda");
    }

    private static void write(Feed.Entry entry, XmlPage item) {
        item.element("title", entry.title())
                .element("link", entry.page())
                .element("guid", Map.of("isPermaLink", "false"), entry.id())
                .element("pubDate", Publication.date(entry.publishedAt()))
                .element("atom:updated", entry.changedAt().toString());
        if (entry.author() != null) {
            item.element("dc:creator", entry.author());
        }
        for (LabelView label : entry.labels()) {
            item.element("category", label.name());
        }
        if (!entry.summary().isEmpty()) {
            item.element("description", asHtml(entry.summary()));
        }
        item.element("content:encoded", entry.html());
        var picture = entry.picture();
        if (picture != null) {
            item.element(
                    "enclosure",
                    Map.of(
                            "url",
                            picture.address(),
                            "length",
                            String.valueOf(picture.bytes()),
                            "type",
                            picture.type()));
        }
    }

    /// A description is HTML, and ours is not.
    private static String asHtml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

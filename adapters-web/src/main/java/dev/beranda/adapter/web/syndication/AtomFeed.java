package dev.beranda.adapter.web.syndication;

import dev.beranda.application.post.LabelView;
import java.util.HashMap;
import java.util.Map;

/// A feed as Atom (RFC 4287).
final class AtomFeed {

    static final String TYPE = "application/atom+xml";

    private AtomFeed() {}

    static byte[] of(Feed feed) {
        return XmlPage.of(page -> page.element("feed", Map.of("xmlns", "http://www.w3.org/2005/Atom"), atom -> {
            writeHead(feed, atom);
            feed.entries().forEach(entry -> atom.element("entry", inEntry -> write(entry, inEntry)));
        }));
    }

    private static void writeHead(Feed feed, XmlPage atom) {
        atom.element("id", feed.self())
                .element("title", feed.title())
                .element("updated", feed.changedAt().toString())
                .element("link", link("self", TYPE, feed.self()))
                .element("link", link("alternate", "text/html", feed.site().home()));
        if (!feed.site().description().isEmpty()) {
            atom.element("subtitle", feed.site().description());
        }
        atom.element("author", author -> author.element("name", feed.site().name()))
                .element("generator", "Beranda");
    }

    private static void write(Feed.Entry entry, XmlPage atom) {
        atom.element("id", entry.id())
                .element("title", entry.title())
                .element("published", entry.publishedAt().toString())
                .element("updated", entry.changedAt().toString())
                .element("link", link("alternate", "text/html", entry.page()));
        var picture = entry.picture();
        if (picture != null) {
            var enclosure = link("enclosure", picture.type(), picture.address());
            enclosure.put("length", String.valueOf(picture.bytes()));
            if (!picture.alt().isEmpty()) {
                enclosure.put("title", picture.alt());
            }
            atom.element("link", enclosure);
        }
        String name = entry.author();
        if (name != null) {
            atom.element("author", author -> author.element("name", name));
        }
        for (LabelView label : entry.labels()) {
            atom.element("category", Map.of("term", label.slug().value(), "label", label.name()));
        }
        if (!entry.summary().isEmpty()) {
            atom.element("summary", entry.summary());
        }
        atom.element("content", Map.of("type", "html"), entry.html());
    }

    private static Map<String, String> link(String relation, String type, String address) {
        return new HashMap<>(Map.of("rel", relation, "type", type, "href", address));
    }
}

package dev.beranda.adapter.web.syndication;

import dev.beranda.application.post.AuthorView;
import dev.beranda.application.post.LabelView;
import dev.beranda.application.syndication.ChannelView;
import dev.beranda.application.syndication.ItemView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What all kinds of feeds say, each in its own form; every address in it is a whole one.
///
/// @param self where this feed is
/// @param changedAt of the latest change, or the beginning of time where there is nothing yet: never the time of day
record Feed(Site site, String title, String self, Instant changedAt, List<Entry> entries) {

    /// What never changes is the id: with another slug it is not another post.
    ///
    /// @param summary plain text, may be empty
    /// @param author nobody where they wanted to be forgotten
    record Entry(
            String id,
            String page,
            String title,
            String summary,
            String html,
            @Nullable String author,
            List<LabelView> labels,
            @Nullable Picture picture,
            Instant publishedAt,
            Instant changedAt) {}

    /// @param type as media types are called
    record Picture(String address, String type, int bytes, String alt) {}

    /// In HTML as the sieve writes it there is no other angle bracket than those of tags, and in an attribute no quote.
    private static final Pattern TAG = Pattern.compile("<(?:a|img|audio|video) [^<>]*+>");
    private static final Pattern ADDRESS = Pattern.compile("(?<= (?:href|src|poster)=\")[^\"]*+");

    /// @param file what the feed is called here
    static Feed of(ChannelView channel, Site site, String file) {
        return new Feed(
                site,
                title(channel, site),
                site.own(file + wishes(channel)),
                channel.changedAt().map(Feed::toTheSecond).orElse(Instant.EPOCH),
                channel.items().stream().map(item -> entry(item, site)).toList());
    }

    private static String title(ChannelView channel, Site site) {
        var title = new StringJoiner(" · ");
        Stream.of(channel.tag(), channel.category())
                .flatMap(label -> Optional.ofNullable(label).stream())
                .map(LabelView::name)
                .forEach(title::add);
        Optional.ofNullable(channel.author())
                .map(AuthorView::displayName)
                .map(Object::toString)
                .ifPresent(title::add);
        return title.add(site.name()).toString();
    }

    private static String wishes(ChannelView channel) {
        var wishes = new StringJoiner("&", "?", "").setEmptyValue("");
        Optional.ofNullable(channel.tag()).ifPresent(tag -> wishes.add("tag=" + tag.slug()));
        Optional.ofNullable(channel.category()).ifPresent(category -> wishes.add("category=" + category.slug()));
        Optional.ofNullable(channel.author())
                .map(author -> URLEncoder.encode(author.username().value(), StandardCharsets.UTF_8))
                .ifPresent(author -> wishes.add("author=" + author));
        return wishes.toString();
    }

    private static Entry entry(ItemView item, Site site) {
        var card = item.card();
        String page = site.pageOf(card.slug());
        return new Entry(
                "urn:uuid:" + card.id(),
                page,
                card.title().value(),
                card.excerpt(),
                whole(item.html().value(), page, site),
                card.author() == null ? null : card.author().displayName().value(),
                Stream.concat(Stream.ofNullable(card.category()), card.tags().stream())
                        .toList(),
                picture(item, site),
                toTheSecond(item.publishedAt()),
                toTheSecond(item.changedAt()));
    }

    /// Whatever fraction of a second stands there, some readers take for milliseconds.
    static Instant toTheSecond(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String whole(String html, String page, Site site) {
        return replaced(TAG, html, tag -> replaced(ADDRESS, tag, address -> site.whole(address, page)));
    }

    private static String replaced(Pattern pattern, String text, UnaryOperator<String> other) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(other.apply(found.group())));
    }

    private static @Nullable Picture picture(ItemView item, Site site) {
        var cover = item.cover();
        return cover == null
                ? null
                : new Picture(
                        site.picture(cover.id(), cover.print()),
                        "image/" + cover.print().format().word(),
                        cover.print().bytes(),
                        cover.alt().value());
    }
}

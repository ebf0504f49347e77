package dev.beranda.adapter.exchange;

import dev.beranda.application.exchange.Format;
import dev.beranda.application.exchange.Goods;
import dev.beranda.application.exchange.Parcel;
import dev.beranda.application.exchange.Parcel.Article;
import dev.beranda.application.exchange.Parcel.Byline;
import dev.beranda.application.exchange.Parcel.CategoryCard;
import dev.beranda.application.exchange.Parcel.CommentCard;
import dev.beranda.application.exchange.Parcel.Label;
import dev.beranda.application.exchange.Parcel.Leftover;
import dev.beranda.application.exchange.Parcel.Piece;
import dev.beranda.application.exchange.Parcel.Remark;
import dev.beranda.application.exchange.Parcel.Standing;
import dev.beranda.application.exchange.Parcel.Status;
import dev.beranda.application.exchange.Parcel.TagCard;
import dev.beranda.application.exchange.Parcel.Wreck;
import dev.beranda.domain.exchange.Cargo;
import dev.beranda.domain.exchange.Kind;
import dev.beranda.domain.shared.Flaw;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The export of WordPress: a feed of everything, with words of its own (WXR).
final class WordpressFile implements Goods {

    private static final String NO_TIME = "0000-00-00 00:00:00";
    private static final String TRASHED = "__trashed";

    /// What has to be held: categories and people.
    private static final int MOST_WORDS = 20_000;

    private static final int LONGEST_WORD = 20_000;

    private final Cargo cargo;
    private final Bounds bounds;
    private final Map<String, Xml> categories = new LinkedHashMap<>();
    private final Map<String, List<String>> authors = new HashMap<>();
    private final Map<String, String> logins = new HashMap<>();
    private String site = "";

    /// Reads all of it once, so that nothing is taken of what cannot be read to its end.
    WordpressFile(Cargo cargo, Bounds bounds) {
        this.cargo = cargo;
        this.bounds = bounds;
        walk(this::note, (_, _) -> {});
    }

    private interface Taker {
        void take(Xml element, int line);
    }

    private void note(Xml element, int line) {
        if (element.length() > LONGEST_WORD || categories.size() + authors.size() > MOST_WORDS) {
            throw new Malformed(new Flaw(Malformed.TOO_MUCH));
        }
        switch (element.name()) {
            case "wp:base_blog_url", "wp:base_site_url" -> site = site.isEmpty() ? address(element.text()) : site;
            case "wp:category" -> categories.putIfAbsent(element.text("wp:category_nicename"), element);
            case "wp:author" -> {
                logins.put(element.text("wp:author_id"), element.text("wp:author_login"));
                authors.put(
                        element.text("wp:author_login"),
                        Stream.of(element.text("wp:author_email"), element.text("wp:author_login"))
                                .filter(name -> !name.isEmpty())
                                .toList());
            }
            default -> {}
        }
    }

    private static String address(String url) {
        try {
            URI uri = URI.create(url.strip());
            String path = Optional.ofNullable(uri.getRawPath()).orElse("").replaceAll("/+$", "");
            String site = Optional.ofNullable(uri.getRawAuthority()).orElse("") + path;
            return site.length() > 150 ? site.substring(0, 150) : site;
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }

    @Override
    public Format format() {
        return Format.WORDPRESS;
    }

    @Override
    public String site() {
        return site;
    }

    @Override
    public void each(Consumer<Parcel> taker) {
        Set<String> told = new HashSet<>();
        categories.keySet().forEach(name -> category(name, told, taker));
        walk(
                (element, line) -> tag(element, line, taker),
                (item, line) -> item(item, line).forEach(taker));
    }

    /// Those it stands in come first, wherever they are in the file.
    private void category(String name, Set<String> told, Consumer<Parcel> taker) {
        Xml element = categories.get(name);
        if (element == null || !told.add(name)) {
            return;
        }
        String parent = element.text("wp:category_parent");
        category(parent, told, taker);
        taker.accept(new CategoryCard(
                new Label(Kind.CATEGORY, key(element, "wp:term_id", name), "", 0),
                null,
                HtmlToMarkdown.words(element.text("wp:cat_name")),
                decoded(name),
                List.of(),
                decoded(parent),
                null));
    }

    private static void tag(Xml element, int line, Consumer<Parcel> taker) {
        if (element.name().equals("wp:tag")) {
            String slug = element.text("wp:tag_slug");
            taker.accept(new TagCard(
                    new Label(Kind.TAG, key(element, "wp:term_id", slug), "", line),
                    HtmlToMarkdown.words(element.text("wp:tag_name")),
                    decoded(slug),
                    List.of(),
                    List.of(),
                    null));
        }
    }

    private static String key(Xml element, String field, String otherwise) {
        String key = element.text(field).isEmpty() ? otherwise : element.text(field);
        return key.isEmpty() ? "?" : key.length() > 200 ? key.substring(0, 200) : key;
    }

    private List<Parcel> item(Xml item, int line) {
        var label = new Label(Kind.POST, key(item, "wp:post_id", item.text("link")), "", line);
        return switch (item.text("wp:post_type")) {
            case "post" -> post(item, label);
            case "attachment" ->
                List.of(new Leftover(
                        new Label(Kind.MEDIUM, label.name(), item.text("wp:attachment_url"), line),
                        new Flaw("media_elsewhere")));
            case "page" -> List.of(new Leftover(label, new Flaw("page_left_out")));
            default -> List.of();
        };
    }

    private Article article(Xml item, Label label) {
        List<Remark> remarks = new ArrayList<>();
        String html = item.text("content:encoded");
        String status = item.text("wp:status");
        boolean isHidden =
                status.equals("private") || !item.text("wp:post_password").isEmpty();
        if (isHidden) {
            remarks.add(new Remark("status", new Flaw("not_public")));
        }
        if (html.contains("<img") || noted(item, "_thumbnail_id").findAny().isPresent()) {
            remarks.add(new Remark("body", new Flaw("media_elsewhere")));
        }
        Optional<Instant> published = time(item, "wp:post_date_gmt").or(() -> time(item, "wp:post_date"));
        Optional<Instant> updated = time(item, "wp:post_modified_gmt");
        String slug = decoded(item.text("wp:post_name"));
        String title = HtmlToMarkdown.words(item.text("title"));
        List<String> shelves = terms(item, "category");
        boolean isOut = status.equals("publish") || status.equals("future");
        return new Article(
                label,
                null,
                title.isEmpty() ? slug : title,
                slug.endsWith(TRASHED) ? slug.substring(0, slug.length() - TRASHED.length()) : slug,
                noted(item, "_wp_old_slug")
                        .map(WordpressFile::decoded)
                        .distinct()
                        .toList(),
                List.of(new Piece.Words(HtmlToMarkdown.convert(html))),
                HtmlToMarkdown.words(item.text("excerpt:encoded")),
                isOut && !isHidden ? Status.PUBLISHED : Status.DRAFT,
                published.orElse(null),
                status.equals("trash") ? updated.or(() -> published).orElse(Instant.EPOCH) : null,
                null,
                updated.orElse(null),
                byline(item.text("dc:creator")),
                Stream.concat(terms(item, "post_tag").stream(), shelves.stream().skip(1))
                        .distinct()
                        .toList(),
                shelves.isEmpty() ? "" : firstShelf(item),
                "",
                remarks);
    }

    /// What is written beside a post under that key.
    private static Stream<String> noted(Xml item, String key) {
        return item.all("wp:postmeta").stream()
                .filter(meta -> meta.text("wp:meta_key").equals(key))
                .map(meta -> meta.text("wp:meta_value"));
    }

    private List<Parcel> post(Xml item, Label label) {
        try {
            return Stream.<Parcel>concat(Stream.of(article(item, label)), comments(item, label))
                    .toList();
        } catch (Malformed tooLarge) {
            return List.of(new Wreck(label, tooLarge.flaw()));
        }
    }

    /// The oldest first, so that what is answered comes before its answers.
    private Stream<Parcel> comments(Xml item, Label post) {
        return item.all("wp:comment").stream()
                .filter(comment -> List.of("", "comment").contains(comment.text("wp:comment_type")))
                .sorted(Comparator.comparing(
                        comment -> time(comment, "wp:comment_date_gmt").orElse(Instant.EPOCH)))
                .map(comment -> comment(comment, post));
    }

    /// Where they came from, and how they can be reached, is not even read.
    private CommentCard comment(Xml comment, Label post) {
        String answers = comment.text("wp:comment_parent");
        String text = HtmlToMarkdown.convert(comment.text("wp:comment_content"));
        Standing standing = standing(comment.text("wp:comment_approved"));
        return new CommentCard(
                new Label(Kind.COMMENT, key(comment, "wp:comment_id", post.name()), "", post.line()),
                null,
                post.name(),
                answers.equals("0") ? "" : answers,
                logins.containsKey(comment.text("wp:comment_user_id"))
                        ? byline(logins.get(comment.text("wp:comment_user_id")))
                        : new Byline.Nobody(),
                HtmlToMarkdown.words(comment.text("wp:comment_author")),
                text,
                standing,
                "",
                standing == Standing.PUBLISHED,
                time(comment, "wp:comment_date_gmt").orElse(null),
                null);
    }

    private static Standing standing(String approved) {
        return switch (approved) {
            case "1", "approve", "approved" -> Standing.PUBLISHED;
            case "spam" -> Standing.SPAM;
            case "trash", "post-trashed" -> Standing.REJECTED;
            default -> Standing.HELD;
        };
    }

    private static List<String> terms(Xml item, String domain) {
        return item.all("category").stream()
                .filter(term -> term.attribute("domain").equals(domain))
                .map(term -> HtmlToMarkdown.words(term.text()))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /// By its address, for names are there twice; one that is in no list by its name.
    private String firstShelf(Xml item) {
        Xml first = item.all("category").stream()
                .filter(term -> term.attribute("domain").equals("category"))
                .findFirst()
                .orElseThrow();
        return categories.containsKey(first.attribute("nicename"))
                ? decoded(first.attribute("nicename"))
                : HtmlToMarkdown.words(first.text());
    }

    private Byline byline(String login) {
        return login.isEmpty() ? new Byline.Unsaid() : new Byline.Named(authors.getOrDefault(login, List.of(login)));
    }

    private static Optional<Instant> time(Xml item, String field) {
        String text = item.text(field);
        return text.equals(NO_TIME) ? Optional.empty() : FrontMatter.moment(text);
    }

    /// Letters that are none in ASCII stand there as they do in addresses.
    private static String decoded(String slug) {
        try {
            return URLDecoder.decode(slug, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return slug;
        }
    }

    private void walk(Taker words, Taker items) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (Reader reader = new Gauge(
                new BufferedReader(new InputStreamReader(new CargoStream(cargo, 0, cargo.length()), decoder)))) {
            walk(Xml.factory().createXMLStreamReader(reader), words, items);
        } catch (XMLStreamException | IOException broken) {
            throw new Malformed();
        }
    }

    private void walk(XMLStreamReader xml, Taker words, Taker items) throws XMLStreamException {
        expect(xml, "rss");
        expect(xml, "channel");
        int things = 0;
        while (next(xml)) {
            int line = xml.getLocation().getLineNumber();
            Xml element = Xml.element(xml);
            if (++things > bounds.things()) {
                throw new Malformed(new Flaw(Malformed.TOO_MUCH));
            }
            (element.name().equals("item") ? items : words).take(element, line);
        }
        while (xml.hasNext()) {
            Xml.next(xml);
        }
    }

    private static void expect(XMLStreamReader xml, String name) throws XMLStreamException {
        if (!next(xml) || !Xml.name(xml).equals(name)) {
            throw new Malformed(new Flaw(ContentUnpacker.UNKNOWN));
        }
    }

    /// The next element at this level, if there is one.
    private static boolean next(XMLStreamReader xml) throws XMLStreamException {
        for (int event = Xml.next(xml); event != XMLStreamConstants.END_ELEMENT; event = Xml.next(xml)) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
        }
        return false;
    }
}

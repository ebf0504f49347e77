package dev.beranda.adapter.exchange;

import dev.beranda.adapter.exchange.Archive.Entry;
import dev.beranda.application.exchange.Format;
import dev.beranda.application.exchange.Goods;
import dev.beranda.application.exchange.Parcel;
import dev.beranda.application.exchange.Parcel.Article;
import dev.beranda.application.exchange.Parcel.Byline;
import dev.beranda.application.exchange.Parcel.Label;
import dev.beranda.application.exchange.Parcel.Leftover;
import dev.beranda.application.exchange.Parcel.PictureFile;
import dev.beranda.application.exchange.Parcel.Remark;
import dev.beranda.application.exchange.Parcel.Status;
import dev.beranda.application.exchange.Parcel.Wreck;
import dev.beranda.domain.exchange.Kind;
import dev.beranda.domain.shared.Flaw;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A folder of texts with front matter, as the makers of static sites keep them, and the pictures beside them.
final class MarkdownFolder implements Goods {

    private static final Predicate<String> TEXT = ending("md|markdown|mdx");
    private static final Predicate<String> PICTURE = ending("jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic");
    private static final Pattern DATED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-(.+)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#[ \\t]+(.+?)[ \\t#]*$");
    private static final int HIGHEST_HEADING = 2_000;

    private final Archive archive;
    private final Bounds bounds;
    private final Destinations destinations;

    MarkdownFolder(Archive archive, Bounds bounds) {
        this.archive = archive;
        this.bounds = bounds;
        this.destinations = new Destinations(archive.entries().keySet().stream()
                .filter(PICTURE)
                .filter(MarkdownFolder::isOfInterest)
                .toList());
    }

    private static Predicate<String> ending(String endings) {
        return Pattern.compile(".*\\.(?:" + endings + ")", Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .asMatchPredicate();
    }

    /// Whether there is anything in it that could be meant.
    static boolean looksLikeOne(Archive archive) {
        return archive.entries().keySet().stream().anyMatch(TEXT);
    }

    /// What programs leave behind is not.
    private static boolean isOfInterest(String name) {
        return Stream.of(name.split("/"))
                .noneMatch(part -> part.startsWith(".") || part.equals("__MACOSX") || part.equals("node_modules"));
    }

    @Override
    public Format format() {
        return Format.MARKDOWN;
    }

    @Override
    public String site() {
        return "";
    }

    @Override
    public void each(Consumer<Parcel> taker) {
        for (String name : archive.refused()) {
            taker.accept(new Wreck(new Label(Kind.MEDIUM, name, name, 0), new Flaw("import_entry_outside")));
        }
        interesting(PICTURE).forEach(entry -> taker.accept(picture(entry)));
        interesting(TEXT).forEach(entry -> taker.accept(text(entry)));
    }

    private Stream<Entry> interesting(Predicate<String> kind) {
        return archive.entries().values().stream()
                .filter(entry -> kind.test(entry.name()) && isOfInterest(entry.name()));
    }

    private Parcel picture(Entry entry) {
        var label = new Label(Kind.MEDIUM, entry.name(), entry.name(), 0);
        return entry.size() > bounds.picture()
                ? new Wreck(label, new Flaw("import_entry_too_large", bounds.picture()))
                : new PictureFile(
                        label, () -> archive.content(entry, bounds.picture()).orElse(new byte[0]));
    }

    private Parcel text(Entry entry) {
        var label = new Label(Kind.POST, entry.name(), entry.name(), 1);
        if (entry.size() > bounds.text()) {
            return new Wreck(label, new Flaw("import_entry_too_large", bounds.text()));
        }
        Optional<String> text = archive.content(entry, bounds.text()).flatMap(MarkdownFolder::decoded);
        if (text.isEmpty()) {
            return new Wreck(label, new Flaw("import_entry_broken"));
        }
        try {
            return FrontMatter.in(text.get())
                    .<Parcel>map(matter -> article(label, matter))
                    .orElseGet(() -> new Leftover(label, new Flaw("front_matter_missing")));
        } catch (Malformed broken) {
            return new Wreck(label, broken.flaw());
        }
    }

    static Optional<String> decoded(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    private Article article(Label label, FrontMatter matter) {
        List<Remark> remarks = new ArrayList<>();
        Filename file = Filename.of(label.name());
        Optional<Instant> published = time(matter, remarks, "date", DATE).or(file::date);
        List<String> categories = Stream.concat(
                        Stream.of(matter.text("category")).filter(text -> !text.isEmpty()),
                        matter.texts("categories").stream())
                .distinct()
                .toList();
        String title = matter.text("title");
        String slug = matter.text("slug");
        return new Article(
                label,
                null,
                title.isEmpty() ? title(matter.body(), file) : title,
                slug.isEmpty() ? file.slug() : lastOf(slug),
                matter.anything("aliases", "redirect_from").stream()
                        .map(MarkdownFolder::lastOf)
                        .toList(),
                destinations.pieces(label.name(), matter.body().replaceFirst("\\A\\n+", "")),
                matter.text("excerpt", "description", "summary"),
                status(label.name(), matter),
                published.orElse(null),
                "trash".equals(matter.text("status")) || "trashed".equals(matter.text("status"))
                        ? published.orElse(Instant.EPOCH)
                        : null,
                time(matter, remarks, "created_at", List.of("created_at", "created"))
                        .orElse(null),
                time(matter, remarks, "updated", UPDATED).orElse(null),
                byline(matter),
                Stream.concat(
                                matter.texts("tags", "tag").stream(),
                                categories.stream().skip(1))
                        .distinct()
                        .toList(),
                categories.isEmpty() ? "" : categories.getFirst(),
                cover(label.name(), matter, remarks),
                remarks);
    }

    private static final List<String> DATE =
            List.of("date", "published_at", "pubDate", "publishDate", "pubDatetime", "publishedAt", "published");

    private static final List<String> UPDATED =
            List.of("updated", "lastmod", "updated_at", "updatedDate", "modified", "last_modified_at", "modDatetime");

    private static Optional<Instant> time(FrontMatter matter, List<Remark> remarks, String field, List<String> names) {
        Optional<Instant> time = matter.time(names.toArray(String[]::new));
        boolean isSaid = names.stream()
                .anyMatch(name ->
                        !matter.text(name).isEmpty() && matter.flag(name).isEmpty());
        if (time.isEmpty() && isSaid) {
            remarks.add(new Remark(field, new Flaw("time_invalid")));
        }
        return time;
    }

    private static Status status(String name, FrontMatter matter) {
        boolean isDraft = matter.flag("draft").orElse(false)
                || !matter.flag("published").orElse(true)
                || name.startsWith("_drafts/")
                || name.contains("/_drafts/");
        return switch (matter.text("status").toLowerCase(Locale.ROOT)) {
            case "withdrawn", "archived" -> Status.WITHDRAWN;
            case "", "publish", "published", "public", "future", "planned", "scheduled" ->
                isDraft ? Status.DRAFT : Status.PUBLISHED;
            default -> Status.DRAFT;
        };
    }

    private static Byline byline(FrontMatter matter) {
        List<String> names = matter.anything("author", "authors", "by");
        return names.isEmpty() ? new Byline.Unsaid() : new Byline.Named(names);
    }

    private String cover(String article, FrontMatter matter, List<Remark> remarks) {
        List<String> wanted =
                matter.anything("cover", "image", "coverImage", "heroImage", "featured_image", "thumbnail", "banner");
        Optional<String> found = wanted.stream()
                .flatMap(path -> destinations.of(article, path).stream())
                .findFirst();
        if (found.isEmpty() && !wanted.isEmpty()) {
            boolean isElsewhere = wanted.getFirst().contains("://");
            remarks.add(new Remark("cover", new Flaw(isElsewhere ? "media_elsewhere" : "media_unknown")));
        }
        return found.orElse("");
    }

    /// The first heading, or what the file is called.
    private static String title(String body, Filename file) {
        Matcher heading = HEADING.matcher(body.length() > HIGHEST_HEADING ? body.substring(0, HIGHEST_HEADING) : body);
        return heading.find() ? heading.group(1) : file.words();
    }

    /// The name at the end of an address.
    private static String lastOf(String address) {
        String path = address.replaceFirst("[?#].*", "").replaceFirst("(?:/index)?(?:\\.html?)?/*$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// What a name of a file says.
    private record Filename(String stem) {

        /// `index.md` is called as its folder.
        static Filename of(String path) {
            String[] parts = path.replaceFirst("\\.[A-Za-z]+$", "").split("/");
            boolean isIndex = parts.length > 1 && parts[parts.length - 1].matches("_?index");
            return new Filename(parts[parts.length - (isIndex ? 2 : 1)]);
        }

        Optional<Instant> date() {
            Matcher dated = DATED.matcher(stem);
            return dated.matches() ? FrontMatter.moment(dated.group(1)) : Optional.empty();
        }

        String slug() {
            Matcher dated = DATED.matcher(stem);
            return dated.matches() ? dated.group(2) : stem;
        }

        String words() {
            String words = slug().replaceAll("[-_]+", " ").strip();
            return words.isEmpty() ? stem : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        }
    }
}

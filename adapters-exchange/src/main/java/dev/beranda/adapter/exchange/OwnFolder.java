package dev.beranda.adapter.exchange;

import dev.beranda.adapter.exchange.Archive.Entry;
import dev.beranda.application.exchange.Format;
import dev.beranda.application.exchange.Goods;
import dev.beranda.application.exchange.Parcel;
import dev.beranda.application.exchange.Parcel.Article;
import dev.beranda.application.exchange.Parcel.Byline;
import dev.beranda.application.exchange.Parcel.CategoryCard;
import dev.beranda.application.exchange.Parcel.CommentCard;
import dev.beranda.application.exchange.Parcel.Label;
import dev.beranda.application.exchange.Parcel.MediumCard;
import dev.beranda.application.exchange.Parcel.Piece;
import dev.beranda.application.exchange.Parcel.PrintFile;
import dev.beranda.application.exchange.Parcel.Standing;
import dev.beranda.application.exchange.Parcel.Status;
import dev.beranda.application.exchange.Parcel.TagCard;
import dev.beranda.application.exchange.Parcel.Wreck;
import dev.beranda.domain.exchange.ForeignKey;
import dev.beranda.domain.exchange.Kind;
import dev.beranda.domain.shared.Flaw;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a house like this one packed.
final class OwnFolder implements Goods {

    static final String MANIFEST = "beranda.json";
    static final String FORMAT = "beranda-content";
    static final int VERSION = 1;
    static final String CATEGORIES = "categories.jsonl";
    static final String TAGS = "tags.jsonl";
    static final String MEDIA = "media/";
    static final String POSTS = "posts/";
    static final String COMMENTS = "comments.jsonl";

    private static final List<String> LISTS = List.of(CATEGORIES, TAGS, COMMENTS);
    private static final int LONGEST_LINE = 1024 * 1024;

    private final Archive archive;
    private final Bounds bounds;
    private int lines;

    /// The lines of all lists are counted before any of them is taken.
    OwnFolder(Archive archive, Bounds bounds) {
        this.archive = archive;
        this.bounds = bounds;
        Json manifest = Optional.ofNullable(archive.entries().get(MANIFEST))
                .flatMap(entry -> archive.content(entry, LONGEST_LINE))
                .flatMap(MarkdownFolder::decoded)
                .map(Json::line)
                .orElseThrow(Malformed::new);
        if (!manifest.text("format").equals(FORMAT) || !manifest.text("version").equals(Integer.toString(VERSION))) {
            throw new Malformed(new Flaw("import_version_unknown"));
        }
        LISTS.forEach(file -> walk(file, (_, _) -> count()));
    }

    static boolean looksLikeOne(Archive archive) {
        return archive.entries().containsKey(MANIFEST);
    }

    @Override
    public Format format() {
        return Format.BERANDA;
    }

    @Override
    public String site() {
        return "";
    }

    @Override
    public void each(Consumer<Parcel> taker) {
        lines(CATEGORIES, Kind.CATEGORY, OwnFolder::category, taker);
        lines(TAGS, Kind.TAG, OwnFolder::tag, taker);
        archive.entries().values().stream()
                .filter(entry -> entry.name().startsWith(MEDIA) && entry.name().endsWith(".json"))
                .forEach(entry -> taker.accept(medium(entry)));
        archive.entries().values().stream()
                .filter(entry -> entry.name().startsWith(POSTS) && entry.name().endsWith(".md"))
                .forEach(entry -> taker.accept(article(entry)));
        lines(COMMENTS, Kind.COMMENT, OwnFolder::comment, taker);
    }

    private void lines(String file, Kind kind, BiFunction<Label, Json, Parcel> reading, Consumer<Parcel> taker) {
        boolean isWhole = walk(file, (line, number) -> {
            if (!line.isBlank()) {
                taker.accept(read(new Label(kind, "?", file, number), line, reading));
            }
        });
        if (!isWhole) {
            taker.accept(new Wreck(new Label(kind, file, file, 0), new Flaw("import_entry_broken")));
        }
    }

    private interface LineTaker {
        void take(String line, int number);
    }

    private void count() {
        if (++lines > bounds.things()) {
            throw new Malformed(new Flaw(Malformed.TOO_MUCH));
        }
    }

    /// @return whether it could be read to its end
    private boolean walk(String file, LineTaker taker) {
        Entry entry = archive.entries().get(file);
        if (entry == null) {
            return true;
        }
        try (var lines = new BufferedReader(new InputStreamReader(archive.stream(entry), strictly()))) {
            int number = 1;
            for (var line = line(lines, file); line != null; line = line(lines, file)) {
                taker.take(line, number++);
            }
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static CharsetDecoder strictly() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /// @return nothing at the end
    private static @Nullable String line(Reader lines, String file) throws IOException {
        var line = new StringBuilder();
        int next = lines.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = lines.read()) {
            line.append((char) next);
            if (line.length() > LONGEST_LINE) {
                throw new IOException(file);
            }
        }
        return line.toString();
    }

    private static Parcel read(Label place, String line, BiFunction<Label, Json, Parcel> reading) {
        try {
            Json json = Json.line(line);
            String name = place.kind() == Kind.TAG
                    ? json.text("slug")
                    : json.id("id").map(UUID::toString).orElse("");
            if (!ForeignKey.isName(name)) {
                throw new Malformed();
            }
            return reading.apply(new Label(place.kind(), name, place.place(), place.line()), json);
        } catch (Malformed broken) {
            var label = new Label(place.kind(), place.place() + ':' + place.line(), place.place(), place.line());
            return new Wreck(label, new Flaw("import_entry_broken"));
        }
    }

    private static Parcel category(Label label, Json json) {
        return new CategoryCard(
                label,
                json.id("id").orElse(null),
                json.text("name"),
                json.text("slug"),
                json.texts("former_slugs"),
                json.text("parent"),
                json.time("created_at").orElse(null));
    }

    private static Parcel tag(Label label, Json json) {
        return new TagCard(
                label,
                json.text("name"),
                json.text("slug"),
                json.texts("former_slugs"),
                json.texts("other_names"),
                json.time("created_at").orElse(null));
    }

    private Parcel medium(Entry entry) {
        try {
            Json json = archive.content(entry, LONGEST_LINE)
                    .flatMap(MarkdownFolder::decoded)
                    .map(text -> Json.line(text.strip()))
                    .orElseThrow(Malformed::new);
            UUID id = json.id("id").orElseThrow(Malformed::new);
            String owner = json.text("owner");
            return new MediumCard(
                    new Label(Kind.MEDIUM, id.toString(), entry.name(), 1),
                    id,
                    owner.isEmpty() ? new Byline.Nobody() : new Byline.Named(List.of(owner)),
                    json.text("was"),
                    json.number("width"),
                    json.number("height"),
                    json.text("alt"),
                    json.time("uploaded_at").orElse(null),
                    json.objects("prints").stream()
                            .map(print -> print(id, print))
                            .toList());
        } catch (Malformed broken) {
            return new Wreck(new Label(Kind.MEDIUM, entry.name(), entry.name(), 1), new Flaw("import_entry_broken"));
        }
    }

    private PrintFile print(UUID id, Json json) {
        int width = json.number("width");
        String format = json.text("format");
        Entry entry = archive.entries().get(fileOf(id, width, format));
        return new PrintFile(
                width,
                json.number("height"),
                format,
                entry == null ? 0 : (int) Math.min(entry.size(), Integer.MAX_VALUE),
                () -> entry == null
                        ? new byte[0]
                        : archive.content(entry, bounds.picture()).orElse(new byte[0]));
    }

    static String fileOf(UUID id, int width, String format) {
        return MEDIA + id + '/' + width + '.' + (format.equals("jpeg") ? "jpg" : format);
    }

    private static Parcel comment(Label label, Json json) {
        String author = json.text("author");
        return new CommentCard(
                label,
                json.id("id").orElse(null),
                json.text("post"),
                json.text("in_reply_to"),
                author.isEmpty() ? new Byline.Nobody() : new Byline.Named(List.of(author)),
                json.text("guest_name"),
                json.text("body_markdown"),
                standing(json.text("status")),
                json.text("concern"),
                json.is("shown"),
                json.time("created_at").orElse(null),
                json.time("worded_at").orElse(null));
    }

    private static Standing standing(String word) {
        return Arrays.stream(Standing.values())
                .filter(standing -> word(standing).equals(word))
                .findFirst()
                .orElseThrow(Malformed::new);
    }

    static String word(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    private Parcel article(Entry entry) {
        var place = new Label(Kind.POST, entry.name(), entry.name(), 1);
        try {
            String text = archive.content(entry, bounds.text())
                    .flatMap(MarkdownFolder::decoded)
                    .orElseThrow(() -> new Malformed(new Flaw("import_entry_broken")));
            FrontMatter matter =
                    FrontMatter.in(text).orElseThrow(() -> new Malformed(new Flaw("front_matter_missing")));
            UUID id = Optional.of(matter.text("id"))
                    .filter(Json::isId)
                    .map(UUID::fromString)
                    .orElseThrow(() -> new Malformed(new Flaw("id_invalid")));
            return article(new Label(Kind.POST, id.toString(), entry.name(), 1), id, matter);
        } catch (Malformed broken) {
            return new Wreck(place, broken.flaw());
        }
    }

    private static Article article(Label label, UUID id, FrontMatter matter) {
        List<String> author = matter.anything("author");
        return new Article(
                label,
                id,
                matter.verbatim("title"),
                matter.text("slug"),
                matter.anything("former_slugs"),
                List.of(new Piece.Words(
                        matter.body().startsWith("\n") ? matter.body().substring(1) : matter.body())),
                matter.verbatim("excerpt"),
                status(matter.text("status")),
                matter.time("published_at").orElse(null),
                matter.time("trashed_at").orElse(null),
                matter.time("created_at").orElse(null),
                matter.time("updated_at").orElse(null),
                author.isEmpty() ? new Byline.Nobody() : new Byline.Named(author),
                matter.anything("tags"),
                matter.text("category"),
                matter.text("cover"),
                List.of());
    }

    private static Status status(String word) {
        return switch (word) {
            case "draft" -> Status.DRAFT;
            case "published" -> Status.PUBLISHED;
            case "withdrawn" -> Status.WITHDRAWN;
            default -> throw new Malformed(new Flaw("status_unknown"));
        };
    }

    static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}

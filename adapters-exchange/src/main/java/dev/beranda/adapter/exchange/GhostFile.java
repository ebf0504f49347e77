package dev.beranda.adapter.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.beranda.application.exchange.Format;
import dev.beranda.application.exchange.Goods;
import dev.beranda.application.exchange.Parcel;
import dev.beranda.application.exchange.Parcel.Article;
import dev.beranda.application.exchange.Parcel.Byline;
import dev.beranda.application.exchange.Parcel.Label;
import dev.beranda.application.exchange.Parcel.Leftover;
import dev.beranda.application.exchange.Parcel.Piece;
import dev.beranda.application.exchange.Parcel.Remark;
import dev.beranda.application.exchange.Parcel.Status;
import dev.beranda.application.exchange.Parcel.TagCard;
import dev.beranda.application.exchange.Parcel.Wreck;
import dev.beranda.domain.exchange.Cargo;
import dev.beranda.domain.exchange.Kind;
import dev.beranda.domain.shared.Flaw;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The export of Ghost: the tables of its database as JSON.
final class GhostFile implements Goods {

    /// Stands in texts for where the site is.
    private static final String SITE = "__GHOST_URL__";

    private static final String POSTS = "posts";

    /// What has to be held: tags and people, and which of them belong to what.
    private static final int MOST_WORDS = 20_000;

    private static final int LONGEST_WORD = 20_000;
    private static final int MOST_LETTERS = 16 * 1024 * 1024;

    private final Cargo cargo;
    private final Bounds bounds;
    private final Map<String, Json> tags = new LinkedHashMap<>();
    private final Map<String, Json> users = new HashMap<>();
    private final Map<String, List<Json>> tagsOf = new HashMap<>();
    private final Map<String, List<Json>> authorsOf = new HashMap<>();
    private int things;
    private int letters;

    /// Reads all of it once, so that nothing is taken of what cannot be read to its end, and who and what texts name is
    /// known before them.
    GhostFile(Cargo cargo, Bounds bounds) {
        this.cargo = cargo;
        this.bounds = bounds;
        boolean isOne = walk(this::note);
        if (!isOne) {
            throw new Malformed(new Flaw(ContentUnpacker.UNKNOWN));
        }
    }

    private interface Taker {
        void take(String table, Json row);
    }

    private void note(String table, Json row) {
        if (++things > bounds.things()) {
            throw new Malformed(new Flaw(Malformed.TOO_MUCH));
        }
        switch (table) {
            case "tags" -> word(tags, row, "id", "uuid", "name", "slug", "visibility", "created_at");
            case "users" -> word(users, row, "id", "email", "slug");
            case "posts_tags" -> link(tagsOf, row, "tag_id");
            case "posts_authors" -> link(authorsOf, row, "author_id");
            default -> {}
        }
    }

    private void word(Map<String, Json> words, Json row, String... names) {
        words.putIfAbsent(row.text("id"), held(row.only(names)));
        if (tags.size() + users.size() > MOST_WORDS) {
            throw new Malformed(new Flaw(Malformed.TOO_MUCH));
        }
    }

    private void link(Map<String, List<Json>> links, Json row, String to) {
        Json link = held(row.only("post_id", to, "sort_order"));
        links.computeIfAbsent(link.text("post_id"), _ -> new ArrayList<>()).add(link);
    }

    private Json held(Json kept) {
        letters += kept.length();
        if (kept.length() > LONGEST_WORD || letters > MOST_LETTERS) {
            throw new Malformed(new Flaw(Malformed.TOO_MUCH));
        }
        return kept;
    }

    @Override
    public Format format() {
        return Format.GHOST;
    }

    @Override
    public String site() {
        return "";
    }

    @Override
    public void each(Consumer<Parcel> taker) {
        tags.values().stream().filter(GhostFile::isShown).map(GhostFile::tag).forEach(taker);
        walk((table, row) -> {
            if (table.equals(POSTS)) {
                taker.accept(post(row));
            }
        });
    }

    /// Those that begin with `#` are notes to oneself there.
    private static boolean isShown(Json tag) {
        return !tag.text("visibility").equals("internal") && !tag.text("name").startsWith("#");
    }

    private static Parcel tag(Json row) {
        return new TagCard(
                new Label(Kind.TAG, key(row), "", 0),
                row.text("name"),
                row.text("slug"),
                List.of(),
                List.of(),
                row.time("created_at").orElse(null));
    }

    /// The one of them that is the same in every copy of the house.
    private static String key(Json row) {
        String key = row.text("uuid").isEmpty() ? row.text("id") : row.text("uuid");
        return key.isEmpty() ? "?" : key.length() > 200 ? key.substring(0, 200) : key;
    }

    private Parcel post(Json row) {
        var label = new Label(Kind.POST, key(row), "", 0);
        if (row.text("type").equals("page") || row.is("page")) {
            return new Leftover(label, new Flaw("page_left_out"));
        }
        try {
            return post(row, label);
        } catch (Malformed tooLarge) {
            return new Wreck(label, tooLarge.flaw());
        }
    }

    private Parcel post(Json row, Label label) {
        List<Remark> remarks = new ArrayList<>();
        Optional<String> body = body(row);
        if (body.isEmpty()) {
            return new Wreck(label, new Flaw("import_entry_broken"));
        }
        boolean isPublic = List.of("", "public").contains(row.text("visibility"))
                && !row.text("status").equals("sent");
        if (!isPublic) {
            remarks.add(new Remark("status", new Flaw("not_public")));
        }
        if (!row.text("feature_image").isEmpty() || row.text("html").contains("<img")) {
            remarks.add(new Remark("body", new Flaw("media_elsewhere")));
        }
        return new Article(
                label,
                null,
                row.text("title"),
                row.text("slug"),
                List.of(),
                List.of(new Piece.Words(body.get().replace(SITE, ""))),
                row.text("custom_excerpt"),
                status(row.text("status"), isPublic),
                row.time("published_at").orElse(null),
                null,
                row.time("created_at").orElse(null),
                row.time("updated_at").orElse(null),
                byline(row),
                tagsOf(row),
                "",
                "",
                remarks);
    }

    private static Status status(String word, boolean isPublic) {
        return isPublic && List.of("published", "scheduled").contains(word) ? Status.PUBLISHED : Status.DRAFT;
    }

    /// As it was shown there; of very old ones and of those never shown, as it was written.
    private static Optional<String> body(Json row) {
        Optional<String> written = row.text("mobiledoc").isEmpty()
                ? Optional.of(row.text("markdown")).filter(text -> !text.isEmpty())
                : markdown(row.text("mobiledoc"));
        if (written.isPresent()) {
            return written;
        }
        if (!row.text("html").isEmpty()) {
            return Optional.of(HtmlToMarkdown.convert(row.text("html").replace(SITE, "")));
        }
        return row.text("lexical").isEmpty() || row.text("lexical").contains("\"children\":[]")
                ? Optional.of("")
                : Optional.of(row.text("plaintext")).filter(text -> !text.isBlank());
    }

    /// Where a text is nothing but Markdown.
    private static Optional<String> markdown(String mobiledoc) {
        try {
            Json document = Json.line(mobiledoc);
            List<Object> cards = document.list("cards");
            boolean isOne = cards.size() == 1 && document.list("sections").size() == 1;
            return isOne
                            && cards.getFirst() instanceof List<?> card
                            && card.size() == 2
                            && String.valueOf(card.getFirst()).endsWith("markdown")
                            && card.getLast() instanceof Json payload
                    ? Optional.of(payload.text("markdown"))
                    : Optional.empty();
        } catch (Malformed broken) {
            return Optional.empty();
        }
    }

    private Byline byline(Json row) {
        List<String> names = Stream.concat(
                        sorted(authorsOf.get(row.text("id"))).map(author -> author.text("author_id")),
                        Stream.of(row.text("author_id")))
                .distinct()
                .flatMap(id -> Optional.ofNullable(users.get(id)).stream())
                .flatMap(user -> Stream.of(user.text("email"), user.text("slug")))
                .filter(name -> !name.isEmpty())
                .toList();
        return names.isEmpty() ? new Byline.Unsaid() : new Byline.Named(names);
    }

    private List<String> tagsOf(Json row) {
        return sorted(tagsOf.get(row.text("id")))
                .flatMap(link -> Optional.ofNullable(tags.get(link.text("tag_id"))).stream())
                .filter(GhostFile::isShown)
                .map(tag -> tag.text("name"))
                .distinct()
                .toList();
    }

    private static Stream<Json> sorted(@Nullable List<Json> links) {
        return links == null ? Stream.empty() : links.stream().sorted(Comparator.comparingInt(GhostFile::place));
    }

    private static int place(Json link) {
        String place = link.text("sort_order");
        return place.matches("\\d{1,6}") ? Integer.parseInt(place) : 0;
    }

    /// @return whether there were tables in it
    private boolean walk(Taker taker) {
        try (JsonParser json = Json.FACTORY.createParser(new CargoStream(cargo, 0, cargo.length()))) {
            boolean isOne = tables(json, taker);
            while (json.nextToken() != null) {
                json.skipChildren();
            }
            return isOne;
        } catch (IOException broken) {
            throw new Malformed();
        }
    }

    /// `data`, wherever it is near the top.
    private static boolean tables(JsonParser json, Taker taker) throws IOException {
        boolean found = false;
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("data") && value == JsonToken.START_OBJECT) {
                    rows(json, taker);
                    found = true;
                } else if (!name.equals("db")) {
                    json.skipChildren();
                }
            }
        }
        return found;
    }

    private static void rows(JsonParser json, Taker taker) throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String table = json.currentName();
            if (json.nextToken() != JsonToken.START_ARRAY) {
                json.skipChildren();
                continue;
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (json.currentToken() == JsonToken.START_OBJECT) {
                    taker.take(table, Json.object(json));
                } else {
                    json.skipChildren();
                }
            }
        }
    }
}

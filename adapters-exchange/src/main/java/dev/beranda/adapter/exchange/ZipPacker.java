package dev.beranda.adapter.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.beranda.application.exchange.Packer;
import dev.beranda.application.exchange.Parcel;
import dev.beranda.application.exchange.Parcel.Article;
import dev.beranda.application.exchange.Parcel.Byline;
import dev.beranda.application.exchange.Parcel.CategoryCard;
import dev.beranda.application.exchange.Parcel.CommentCard;
import dev.beranda.application.exchange.Parcel.MediumCard;
import dev.beranda.application.exchange.Parcel.Piece;
import dev.beranda.application.exchange.Parcel.PrintFile;
import dev.beranda.application.exchange.Parcel.TagCard;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// Writes a ZIP in which a person finds their way: texts with front matter, and a line of JSON for all that is
/// short. No clock and no chance is in it, so that the same content is always the same bytes.
public final class ZipPacker implements Packer {

    /// The first that can be written in a ZIP.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    @Override
    public void pack(Consumer<Consumer<Parcel>> content, Consumer<byte[]> out) {
        try (var zip = new ZipOutputStream(new Pipe(out), StandardCharsets.UTF_8)) {
            var crate = new Crate(zip);
            crate.begin();
            content.accept(crate);
            crate.end();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Pipe extends OutputStream {

        private final Consumer<byte[]> out;

        Pipe(Consumer<byte[]> out) {
            this.out = out;
        }

        @Override
        public void write(int one) {
            out.accept(new byte[] {(byte) one});
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            out.accept(Arrays.copyOfRange(bytes, from, from + count));
        }
    }

    /// What is being written. Lines that follow each other stand in one file.
    private static final class Crate implements Consumer<Parcel> {

        private final ZipOutputStream zip;
        private String open = "";

        Crate(ZipOutputStream zip) {
            this.zip = zip;
        }

        void begin() throws IOException {
            line(OwnFolder.MANIFEST, json -> {
                json.writeStringField("format", OwnFolder.FORMAT);
                json.writeNumberField("version", OwnFolder.VERSION);
            });
        }

        @Override
        public void accept(Parcel parcel) {
            try {
                switch (parcel) {
                    case CategoryCard card -> line(OwnFolder.CATEGORIES, json -> category(json, card));
                    case TagCard card -> line(OwnFolder.TAGS, json -> tag(json, card));
                    case Article article ->
                        file(
                                OwnFolder.POSTS + article.slug() + ".md",
                                text(article).getBytes(StandardCharsets.UTF_8));
                    case MediumCard card -> medium(card);
                    case CommentCard card -> line(OwnFolder.COMMENTS, json -> comment(json, card));
                    case Parcel.PictureFile _, Parcel.Wreck _, Parcel.Leftover _ ->
                        throw new IllegalArgumentException("nothing that is ours to pack");
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private interface Members {
            void write(JsonGenerator json) throws IOException;
        }

        private void line(String file, Members members) throws IOException {
            if (!open.equals(file)) {
                end();
                begin(file);
                open = file;
            }
            try (JsonGenerator json = JSON.createGenerator(zip)) {
                json.writeStartObject();
                members.write(json);
                json.writeEndObject();
            }
            zip.write('\n');
        }

        private void file(String name, byte[] content) throws IOException {
            end();
            begin(name);
            zip.write(content);
            zip.closeEntry();
        }

        private void begin(String name) throws IOException {
            var entry = new ZipEntry(name);
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
        }

        void end() throws IOException {
            if (!open.isEmpty()) {
                zip.closeEntry();
                open = "";
            }
        }

        private void medium(MediumCard card) throws IOException {
            line(OwnFolder.MEDIA + card.id() + ".json", json -> medium(json, card));
            for (PrintFile print : card.prints()) {
                file(
                        OwnFolder.fileOf(card.id(), print.width(), print.format()),
                        print.content().get());
            }
        }

        private static void medium(JsonGenerator json, MediumCard card) throws IOException {
            json.writeStringField("id", card.id().toString());
            if (card.owner() instanceof Byline.Named(var names)) {
                json.writeStringField("owner", names.getFirst());
            }
            json.writeStringField("was", card.was());
            json.writeNumberField("width", card.width());
            json.writeNumberField("height", card.height());
            text(json, "alt", card.alt());
            json.writeStringField("uploaded_at", String.valueOf(card.uploadedAt()));
            json.writeArrayFieldStart("prints");
            for (PrintFile print : card.prints()) {
                json.writeStartObject();
                json.writeNumberField("width", print.width());
                json.writeNumberField("height", print.height());
                json.writeStringField("format", print.format());
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        private static void category(JsonGenerator json, CategoryCard card) throws IOException {
            json.writeStringField("id", String.valueOf(card.id()));
            json.writeStringField("name", card.name());
            json.writeStringField("slug", card.slug());
            texts(json, "former_slugs", card.formerSlugs());
            text(json, "parent", card.parent());
            json.writeStringField("created_at", String.valueOf(card.createdAt()));
        }

        private static void tag(JsonGenerator json, TagCard card) throws IOException {
            json.writeStringField("name", card.name());
            json.writeStringField("slug", card.slug());
            texts(json, "former_slugs", card.formerSlugs());
            texts(json, "other_names", card.otherNames());
            json.writeStringField("created_at", String.valueOf(card.createdAt()));
        }

        private static void comment(JsonGenerator json, CommentCard card) throws IOException {
            json.writeStringField("id", String.valueOf(card.id()));
            json.writeStringField("post", card.post());
            text(json, "in_reply_to", card.answers());
            if (card.byline() instanceof Byline.Named(var names)) {
                json.writeStringField("author", names.getFirst());
            }
            text(json, "guest_name", card.guest());
            json.writeStringField("status", OwnFolder.word(card.standing()));
            text(json, "concern", card.concern());
            json.writeBooleanField("shown", card.wasShown());
            json.writeStringField("created_at", String.valueOf(card.writtenAt()));
            json.writeStringField("worded_at", String.valueOf(card.wordedAt()));
            text(json, "body_markdown", card.text());
        }

        private static void text(JsonGenerator json, String name, String text) throws IOException {
            if (!text.isEmpty()) {
                json.writeStringField(name, text);
            }
        }

        private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
            if (!texts.isEmpty()) {
                json.writeArrayFieldStart(name);
                for (String text : texts) {
                    json.writeString(text);
                }
                json.writeEndArray();
            }
        }

        private static String text(Article article) {
            var text = new StringBuilder("---\n");
            field(text, "id", String.valueOf(article.id()));
            field(text, "title", quoted(article.title()));
            field(text, "slug", quoted(article.slug()));
            field(text, "former_slugs", list(article.formerSlugs()));
            field(text, "status", OwnFolder.word(article.status()));
            field(text, "published_at", time(article.publishedAt()));
            field(text, "trashed_at", time(article.trashedAt()));
            field(text, "created_at", time(article.createdAt()));
            field(text, "updated_at", time(article.updatedAt()));
            field(text, "author", author(article.byline()));
            field(text, "tags", list(article.tags()));
            field(text, "category", article.category().isEmpty() ? "" : quoted(article.category()));
            field(text, "excerpt", article.excerpt().isEmpty() ? "" : quoted(article.excerpt()));
            field(text, "cover", article.cover());
            text.append("---\n\n");
            article.body().forEach(piece -> text.append(words(piece)));
            return text.toString();
        }

        private static String words(Piece piece) {
            return switch (piece) {
                case Piece.Words(var words) -> words;
                case Piece.Shown(var _, var written) -> written;
            };
        }

        private static void field(StringBuilder text, String name, String value) {
            if (!value.isEmpty()) {
                text.append(name).append(": ").append(value).append('\n');
            }
        }

        private static String author(Byline byline) {
            return byline instanceof Byline.Named(var names) ? quoted(names.getFirst()) : "";
        }

        private static String time(@Nullable Instant time) {
            return time == null ? "" : time.toString();
        }

        private static String list(List<String> texts) {
            return texts.isEmpty() ? "" : texts.stream().map(Crate::quoted).collect(Collectors.joining(", ", "[", "]"));
        }

        /// What JSON puts in quotes, YAML reads.
        private static String quoted(String text) {
            return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
        }
    }
}

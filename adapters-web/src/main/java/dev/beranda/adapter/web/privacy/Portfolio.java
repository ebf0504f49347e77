package dev.beranda.adapter.web.privacy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.beranda.domain.privacy.Piece;
import dev.beranda.domain.shared.Content;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// Writes down, piece by piece, what somebody is told about themselves: one JSON document with a member for each word,
/// or a ZIP with a document for each.
final class Portfolio implements Consumer<Piece>, Closeable {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final OutputStream out;
    private final @Nullable ZipOutputStream zip;
    private final JsonGenerator whole;
    private JsonGenerator json;
    private String word = "";
    private String list = "";

    private Portfolio(OutputStream out, @Nullable ZipOutputStream zip) throws IOException {
        this.out = zip == null ? out : zip;
        this.zip = zip;
        this.whole = JSON.createGenerator(this.out);
        this.json = whole;
        if (zip == null) {
            whole.writeStartObject();
        }
    }

    static Portfolio json(OutputStream out) throws IOException {
        return new Portfolio(out, null);
    }

    static Portfolio zip(OutputStream out) throws IOException {
        return new Portfolio(out, new ZipOutputStream(out, StandardCharsets.UTF_8));
    }

    @Override
    public void accept(Piece piece) {
        try {
            switch (piece) {
                case Piece.Entry entry -> write(entry);
                case Piece.Enclosure enclosure -> enclose(enclosure);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// JSON has no place for files; that there are some it says.
    private void enclose(Piece.Enclosure enclosure) throws IOException {
        if (zip == null) {
            return;
        }
        Optional<Content> file = enclosure.file().get();
        if (file.isPresent()) {
            endWord();
            try (Content content = file.get()) {
                zip.putNextEntry(new ZipEntry(enclosure.word() + "/" + enclosure.name()));
                for (byte[] piece = content.next(); piece.length > 0; piece = content.next()) {
                    zip.write(piece);
                }
                zip.closeEntry();
            }
        }
    }

    private void write(Piece.Entry entry) throws IOException {
        if (!word.equals(entry.word())) {
            endWord();
            beginWord(entry.word());
        }
        if (!list.equals(entry.list())) {
            endList();
            json.writeArrayFieldStart(entry.list());
            list = entry.list();
        }
        json.writeStartObject();
        for (Map.Entry<String, Object> fact : entry.facts().entrySet()) {
            json.writeFieldName(fact.getKey());
            write(fact.getValue());
        }
        json.writeEndObject();
    }

    private void write(Object value) throws IOException {
        switch (value) {
            case Boolean truth -> json.writeBoolean(truth);
            case Number number -> json.writeNumber(number.toString());
            case Piece.Json(String text) -> json.writeRawValue(text);
            case Iterable<?> several -> {
                json.writeStartArray();
                for (Object one : several) {
                    write(one);
                }
                json.writeEndArray();
            }
            case Object text -> json.writeString(text.toString());
        }
    }

    private void beginWord(String next) throws IOException {
        if (zip == null) {
            json.writeObjectFieldStart(next);
        } else {
            zip.putNextEntry(new ZipEntry(next + ".json"));
            json = JSON.createGenerator(out).useDefaultPrettyPrinter();
            json.writeStartObject();
        }
        word = next;
    }

    private void endWord() throws IOException {
        if (word.isEmpty()) {
            return;
        }
        endList();
        json.writeEndObject();
        if (zip != null) {
            json.close();
            zip.closeEntry();
        }
        word = "";
    }

    private void endList() throws IOException {
        if (!list.isEmpty()) {
            json.writeEndArray();
            list = "";
        }
    }

    @Override
    public void close() throws IOException {
        endWord();
        if (zip == null) {
            whole.writeEndObject();
            whole.close();
        } else {
            zip.finish();
        }
    }
}

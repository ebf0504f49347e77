package dev.beranda.adapter.web.http;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Writes answers down once, so that their tags cover every byte of them.
@Singleton
public final class Representations {

    private final JsonMapper json;

    Representations(JsonMapper json) {
        this.json = json;
    }

    /// Of something that is saved: its tag also says which version of it this is.
    public Representation of(long version, Object body) {
        byte[] bytes = bytes(body);
        return new Representation(bytes, EntityTags.of(version, bytes));
    }

    public Representation of(Object body) {
        byte[] bytes = bytes(body);
        return new Representation(bytes, EntityTags.of(bytes));
    }

    private byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

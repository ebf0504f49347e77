package dev.beranda.adapter.web.input;

import dev.beranda.adapter.web.problem.Refusal;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a request body into [Fields]: JSON, or a form or lines of JSON where a route says so.
@Singleton
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, JsonLines.TYPE})
final class FieldsReader implements MessageBodyReader<Fields> {

    @Override
    public boolean isReadable(Argument<Fields> type, @Nullable MediaType mediaType) {
        return type.getType() == Fields.class;
    }

    @Override
    public Fields read(Argument<Fields> type, @Nullable MediaType mediaType, Headers headers, InputStream inputStream) {
        try {
            return fields(mediaType, inputStream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fields fields(@Nullable MediaType mediaType, byte[] bytes) {
        if (mediaType == null) {
            throw Refusal.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type");
        }
        if (mediaType.matches(JsonLines.MEDIA_TYPE)) {
            return new Fields(Map.of("users", JsonLines.rows(bytes)));
        }
        boolean isForm = mediaType.matches(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
        Optional<Map<String, Object>> read = isForm ? FormText.fields(bytes) : StrictJson.object(bytes);
        return read.map(Fields::new)
                .orElseThrow(() -> Refusal.of(HttpStatus.BAD_REQUEST, isForm ? "malformed_form" : "malformed_json"));
    }
}

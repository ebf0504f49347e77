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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a request body into an [Upload].
@Singleton
@Consumes(MediaType.MULTIPART_FORM_DATA)
final class UploadReader implements MessageBodyReader<Upload> {

    @Override
    public boolean isReadable(Argument<Upload> type, @Nullable MediaType mediaType) {
        return type.getType() == Upload.class;
    }

    @Override
    public Upload read(Argument<Upload> type, @Nullable MediaType mediaType, Headers headers, InputStream inputStream) {
        String boundary = Optional.ofNullable(mediaType)
                .flatMap(known -> known.getParameters().get("boundary"))
                .map(Object::toString)
                .orElse("");
        try {
            return Multipart.upload(inputStream.readAllBytes(), unquoted(boundary))
                    .orElseThrow(() -> Refusal.of(HttpStatus.BAD_REQUEST, "malformed_form"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unquoted(String boundary) {
        boolean quoted = boundary.length() > 1 && boundary.startsWith("\"") && boundary.endsWith("\"");
        return quoted ? boundary.substring(1, boundary.length() - 1) : boundary;
    }
}

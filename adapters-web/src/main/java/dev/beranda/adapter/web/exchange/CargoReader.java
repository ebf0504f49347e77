package dev.beranda.adapter.web.exchange;

import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.domain.exchange.Cargo;
import io.micronaut.core.io.buffer.ByteBuffer;
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
import java.nio.MappedByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes a body as the file it is, or the one file out of a form. What lies on the disk stays there.
@Singleton
@Consumes(MediaType.ALL)
final class CargoReader implements MessageBodyReader<Cargo> {

    private static final int LONGEST_HEAD = 8 * 1024;

    @Override
    public boolean isReadable(Argument<Cargo> type, @Nullable MediaType mediaType) {
        return type.getType() == Cargo.class;
    }

    @Override
    public Cargo read(Argument<Cargo> type, @Nullable MediaType mediaType, Headers headers, ByteBuffer<?> byteBuffer) {
        return unwrapped(mediaType, cargo(byteBuffer.asNioBuffer()));
    }

    @Override
    public Cargo read(Argument<Cargo> type, @Nullable MediaType mediaType, Headers headers, InputStream inputStream) {
        try {
            return unwrapped(mediaType, cargo(java.nio.ByteBuffer.wrap(inputStream.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is in memory belongs to the server, which wants it back.
    private static Cargo cargo(java.nio.ByteBuffer body) {
        java.nio.ByteBuffer bytes = body instanceof MappedByteBuffer
                ? body
                : java.nio.ByteBuffer.allocate(body.remaining()).put(body).flip();
        return new Cargo(bytes.remaining(), (from, most) -> {
            byte[] read = new byte[most];
            bytes.get(bytes.position() + from.intValue(), read);
            return read;
        });
    }

    private static Cargo unwrapped(@Nullable MediaType mediaType, Cargo cargo) {
        return mediaType != null && mediaType.matches(MediaType.MULTIPART_FORM_DATA_TYPE)
                ? only(mediaType, cargo).orElseThrow(() -> Refusal.of(HttpStatus.BAD_REQUEST, "malformed_form"))
                : cargo;
    }

    /// The one file of a form in which nothing else is.
    private static Optional<Cargo> only(MediaType mediaType, Cargo cargo) {
        String boundary =
                mediaType.getParameters().get("boundary").map(Object::toString).orElse("");
        String delimiter = "--" + boundary.replaceAll("^\"|\"$", "");
        String head = text(cargo, 0);
        int blank = head.indexOf("\r\n\r\n");
        long tailAt = Math.max(0, cargo.length() - delimiter.length() - 6);
        int end = text(cargo, tailAt).indexOf("\r\n" + delimiter + "--");
        if (!head.startsWith(delimiter + "\r\n") || blank < 0 || end < 0 || tailAt + end < blank + 4) {
            return Optional.empty();
        }
        long from = blank + 4L;
        return Optional.of(new Cargo(tailAt + end - from, (at, most) -> cargo.read(from + at, most)));
    }

    private static String text(Cargo cargo, long from) {
        return new String(cargo.read(from, LONGEST_HEAD), StandardCharsets.ISO_8859_1);
    }
}

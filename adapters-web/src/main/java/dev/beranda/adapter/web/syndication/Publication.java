package dev.beranda.adapter.web.syndication;

import dev.beranda.adapter.web.http.EntityTags;
import dev.beranda.adapter.web.http.Repeatable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What programs read, as it goes over the wire: the same bytes for everybody until something in it changes.
///
/// @param type of its content
/// @param tag by which it is known again It is known again by its tag alone. A date would not do: the latest change
///     of what is in it stays the same when an older text is taken out of it, or an author is called otherwise.
record Publication(byte[] content, String type, String tag) implements Repeatable {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /// As HTTP spells it, and RSS.
    static String date(Instant instant) {
        return DATE.format(instant);
    }

    static Publication of(byte[] content, String type) {
        return new Publication(content, type, EntityTags.of(content));
    }

    @Override
    public int length() {
        return content.length;
    }

    @Override
    public MutableHttpResponse<?> to(HttpRequest<?> request) {
        MutableHttpResponse<?> answer = EntityTags.isKnown(request, tag)
                ? HttpResponse.notModified()
                : HttpResponse.ok(content).contentType(MediaType.of(type + ";charset=utf-8"));
        return answer.header(HttpHeaders.ETAG, tag);
    }
}

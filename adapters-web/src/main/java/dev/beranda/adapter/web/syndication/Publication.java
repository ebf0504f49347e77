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
import java.util.Optional;

/// What programs read, as it goes over the wire: the same bytes for everybody until something in it changes.
///
/// @param type of its content
/// @param tag by which it is known again
/// @param changedAt what it says itself about when it last became different; nothing where it says nothing
record Publication(byte[] content, String type, String tag, Optional<Instant> changedAt) implements Repeatable {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /// As HTTP spells it, and RSS.
    static String date(Instant instant) {
        return DATE.format(instant);
    }

    static Publication of(byte[] content, String type, Optional<Instant> changedAt) {
        return new Publication(content, type, EntityTags.of(content), changedAt);
    }

    @Override
    public int length() {
        return content.length;
    }

    @Override
    public MutableHttpResponse<?> to(HttpRequest<?> request) {
        MutableHttpResponse<?> answer = isKnown(request)
                ? HttpResponse.notModified()
                : HttpResponse.ok(content).contentType(MediaType.of(type + ";charset=utf-8"));
        changedAt.map(Publication::date).ifPresent(date -> answer.header(HttpHeaders.LAST_MODIFIED, date));
        return answer.header(HttpHeaders.ETAG, tag);
    }

    /// A date is the one that was told, or none: what is taken back makes a feed older than it was, and it is another
    /// feed all the same.
    private boolean isKnown(HttpRequest<?> request) {
        if (request.getHeaders().contains(HttpHeaders.IF_NONE_MATCH)) {
            return EntityTags.isKnown(request, tag);
        }
        String seen = request.getHeaders().get(HttpHeaders.IF_MODIFIED_SINCE);
        return seen != null
                && changedAt.map(Publication::date).filter(seen::equals).isPresent();
    }
}

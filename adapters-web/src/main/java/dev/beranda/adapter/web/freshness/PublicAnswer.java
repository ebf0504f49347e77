package dev.beranda.adapter.web.freshness;

import dev.beranda.adapter.web.http.Repeatable;
import dev.beranda.domain.freshness.Subject;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is answered to whoever asks, and what it tells of.
public final class PublicAnswer {

    private final @Nullable Repeatable content;
    private final Map<String, String> headers;
    private final Set<Subject> subjects;
    private final String surrogateKeys;

    private PublicAnswer(@Nullable Repeatable content, Map<String, String> headers, Set<Subject> subjects) {
        this.content = content;
        this.headers = headers;
        this.subjects = subjects;
        this.surrogateKeys = subjects.stream().map(Subject::word).sorted().collect(Collectors.joining(" "));
    }

    public static PublicAnswer of(Repeatable content, Stream<Subject> subjects) {
        return new PublicAnswer(content, Map.of(), subjects.collect(Collectors.toUnmodifiableSet()));
    }

    /// That it is elsewhere now, and will be.
    public static PublicAnswer moved(String location, Stream<Subject> subjects) {
        return new PublicAnswer(
                null, Map.of(HttpHeaders.LOCATION, location), subjects.collect(Collectors.toUnmodifiableSet()));
    }

    PublicAnswer with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new PublicAnswer(content, all, subjects);
    }

    Set<Subject> subjects() {
        return subjects;
    }

    int bytes() {
        return content == null ? 0 : content.length();
    }

    /// The subjects as caches between the house and its readers know them by.
    String surrogateKeys() {
        return surrogateKeys;
    }

    MutableHttpResponse<?> to(HttpRequest<?> request) {
        MutableHttpResponse<?> answer =
                content == null ? HttpResponse.status(HttpStatus.MOVED_PERMANENTLY) : content.to(request);
        headers.forEach(answer::header);
        return answer;
    }
}

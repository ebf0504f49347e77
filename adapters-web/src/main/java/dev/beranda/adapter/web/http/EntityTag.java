package dev.beranda.adapter.web.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/// The strong tag of one version of something, and what clients say about the ones they have (RFC 9110, section 13).
public record EntityTag(String text) {

    private static final String ANY = "*";
    private static final String WEAK = "W/";

    public static EntityTag of(long version) {
        return new EntityTag("\"" + version + "\"");
    }

    /// Whether the client has this already; a weak tag is good enough for that.
    public boolean isKnownTo(HttpRequest<?> request) {
        return named(request, HttpHeaders.IF_NONE_MATCH).stream()
                .anyMatch(tag -> tag.equals(ANY) || tag.equals(text) || tag.equals(WEAK + text));
    }

    /// Which versions a request is willing to change: all, where it does not say.
    public static Predicate<Long> wantedBy(HttpRequest<?> request) {
        List<String> tags = named(request, HttpHeaders.IF_MATCH);
        return version -> tags.isEmpty()
                || tags.contains(ANY)
                || tags.contains(of(version).text());
    }

    private static List<String> named(HttpRequest<?> request, String header) {
        return request.getHeaders().getAll(header).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }
}

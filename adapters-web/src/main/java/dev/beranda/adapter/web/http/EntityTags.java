package dev.beranda.adapter.web.http;

import dev.beranda.domain.shared.BasedOn;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Versions as entity tags (RFC 9110): strong ones, for a version is saved once.
public final class EntityTags {

    private static final Pattern VERSION = Pattern.compile("\"[0-9]{1,18}\"");
    private static final String ANY = "*";

    private EntityTags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /// What `If-Match` asks for. A tag that is weak or none of ours names no version there is.
    public static BasedOn wanted(HttpRequest<?> request) {
        List<String> tags = tags(request, HttpHeaders.IF_MATCH).toList();
        if (tags.isEmpty() || tags.contains(ANY)) {
            return new BasedOn.Any();
        }
        return new BasedOn.OneOf(tags.stream()
                .filter(tag -> VERSION.matcher(tag).matches())
                .map(tag -> Long.valueOf(tag.substring(1, tag.length() - 1)))
                .collect(Collectors.toSet()));
    }

    /// Whether `If-None-Match` says that they have it already; a weak comparison, as is the rule there.
    public static boolean isKnown(HttpRequest<?> request, long version) {
        return isKnown(request, of(version));
    }

    public static boolean isKnown(HttpRequest<?> request, String present) {
        return tags(request, HttpHeaders.IF_NONE_MATCH)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals(ANY) || tag.equals(present));
    }

    private static Stream<String> tags(HttpRequest<?> request, String header) {
        return request.getHeaders().getAll(header).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip);
    }
}

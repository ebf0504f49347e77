package dev.beranda.adapter.web.http;

import dev.beranda.domain.shared.BasedOn;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Versions as entity tags (RFC 9110): strong ones, for a version is saved once.
public final class EntityTags {

    private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,18})(?:-[0-9a-f]+)?\"");
    private static final String ANY = "*";

    private EntityTags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /// Of something that is shown with more than its version covers, as names and counts of others: two answers
    /// with one tag are the same to the byte, and whoever saves still only has to know the version.
    public static String of(long version, byte[] answer) {
        return "\"" + version + "-" + digest(answer) + "\"";
    }

    /// Of something that has no version, as a list.
    public static String of(byte[] answer) {
        return "\"" + digest(answer) + "\"";
    }

    private static String digest(byte[] answer) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(answer);
            return HexFormat.of().formatHex(digest, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// What `If-Match` asks for. A tag that is weak or none of ours names no version there is.
    public static BasedOn wanted(HttpRequest<?> request) {
        List<String> tags = tags(request, HttpHeaders.IF_MATCH).toList();
        if (tags.isEmpty() || tags.contains(ANY)) {
            return new BasedOn.Any();
        }
        return new BasedOn.OneOf(tags.stream()
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .map(tag -> Long.valueOf(tag.group(1)))
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

package dev.beranda.adapter.web.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.input.Query;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.application.shared.Position;
import dev.beranda.domain.shared.Parsed;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads which piece of a list is asked for, and answers with it and the way on. A list is what its path and all its
/// parameters say but for these three, so a cursor of another order or other filters is of another list.
@Singleton
public final class Paging {

    private static final String LIMIT = "limit";
    private static final String CURSOR = "cursor";
    private static final String COUNT = "count";

    /// Cursors that lead back are of another list, as it were.
    private static final String BACKWARDS = " backwards";

    private static final Set<String> OURS = Set.of(LIMIT, CURSOR, COUNT);
    private static final Pattern SMALL_NUMBER = Pattern.compile("[0-9]{1,3}");

    private final Cursors cursors;

    Paging(Cursors cursors) {
        this.cursors = cursors;
    }

    /// @param names of the parameters the list has besides those of every list
    public static Fields query(HttpRequest<?> request, String... names) {
        return Query.of(request)
                .allowing(Stream.concat(OURS.stream(), Arrays.stream(names)).toArray(String[]::new));
    }

    /// What the list is to be sorted by.
    public static <T> T order(Fields query, Function<String, Parsed<T>> parser, T usual) {
        return switch (query.text("sort").map(parser).orElseGet(() -> Parsed.of(usual))) {
            case Parsed.Valid<T>(var order) -> order;
            case Parsed.Invalid<T> _ -> throw badRequest("invalid_sort");
        };
    }

    /// Refuses the whole query if anything in it will not do.
    public PageRequest asked(HttpRequest<?> request, Fields query) {
        int limit = query.text(LIMIT).map(Paging::limit).orElse(PageRequest.USUAL);
        var cursor = query.text(CURSOR);
        var list = listOf(request);
        var onwards = cursor.flatMap(text -> cursors.open(text, list));
        var back = cursor.flatMap(text -> cursors.open(text, list + BACKWARDS));
        if (cursor.isPresent() && onwards.isEmpty() && back.isEmpty()) {
            throw badRequest("invalid_cursor");
        }
        var counted = query.optional(COUNT, Query::flag);
        query.refuseIfFlawed();
        return new PageRequest(
                limit, onwards.or(() -> back).orElse(null), back.isPresent(), Boolean.TRUE.equals(counted.orNull()));
    }

    /// @param body made of the page and the ways from it
    public <T, B> MutableHttpResponse<B> answer(
            HttpRequest<?> request, Page<T> page, BiFunction<Page<T>, Turns, B> body) {
        String list = listOf(request);
        var turns = new Turns(seal(page.previous(), list + BACKWARDS), seal(page.next(), list));
        MutableHttpResponse<B> answer = HttpResponse.ok(body.apply(page, turns));
        String links = Stream.of(link(request, turns.next(), "next"), link(request, turns.previous(), "prev"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return links.isEmpty() ? answer : answer.header(HttpHeaders.LINK, links);
    }

    private @Nullable String seal(@Nullable Position position, String list) {
        return position == null ? null : cursors.seal(position, list);
    }

    private static Optional<String> link(HttpRequest<?> request, @Nullable String cursor, String relation) {
        return Optional.ofNullable(cursor).map(there -> "<" + address(request, there) + ">; rel=\"" + relation + "\"");
    }

    private static int limit(String text) {
        int limit = SMALL_NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > PageRequest.LARGEST) {
            throw badRequest("invalid_limit");
        }
        return limit;
    }

    private static String listOf(HttpRequest<?> request) {
        var wishes = parameters(request);
        wishes.keySet().removeAll(OURS);
        return path(request) + '?' + inAddress(wishes);
    }

    private static String address(HttpRequest<?> request, String cursor) {
        var wishes = parameters(request);
        wishes.put(CURSOR, List.of(cursor));
        return path(request) + '?' + inAddress(wishes);
    }

    private static String path(HttpRequest<?> request) {
        String path = request.getPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static Map<String, List<String>> parameters(HttpRequest<?> request) {
        Map<String, List<String>> parameters =
                new TreeMap<>(request.getParameters().asMap());
        parameters.values().removeIf(texts -> texts.stream().allMatch(String::isEmpty));
        return parameters;
    }

    private static String inAddress(Map<String, List<String>> parameters) {
        return parameters.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(text -> encoded(one.getKey()) + '=' + encoded(text)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static Refusal badRequest(String code) {
        return Refusal.of(HttpStatus.BAD_REQUEST, code);
    }
}

package dev.beranda.adapter.web.media;

import dev.beranda.domain.media.Format;
import dev.beranda.domain.media.Print;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How wide somebody wants a picture, and perhaps in which format.
record WantedPrint(int width, @Nullable Format format) {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,3})(?:\\.(webp|jpg|png))?");
    private static final Pattern WEBP = Pattern.compile("image/webp([ \t]*;[ \t]*q=(?!0(\\.0*)?$)[0-9.]+)?");

    static Optional<WantedPrint> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new WantedPrint(Integer.parseInt(form.group(1)), format(form.group(2))))
                : Optional.empty();
    }

    private static @Nullable Format format(@Nullable String ending) {
        return Arrays.stream(Format.values())
                .filter(format -> format.ending().equals(ending))
                .findFirst()
                .orElse(null);
    }

    /// Who accepts everything may never have heard of WebP; it has to be named.
    static boolean acceptsWebp(HttpRequest<?> request) {
        return request.getHeaders().getAll(HttpHeaders.ACCEPT).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .anyMatch(type -> WEBP.matcher(type.strip()).matches());
    }

    boolean isFixed() {
        return format != null;
    }

    Optional<Print> among(List<Print> prints, boolean webp) {
        List<Print> fitting = prints.stream()
                .filter(print -> format == null || print.format() == format)
                .sorted(Comparator.comparing((Print print) -> (print.format() == Format.WEBP) != webp))
                .toList();
        return fitting.stream()
                .filter(print -> print.width() >= width)
                .min(Comparator.comparing(Print::width))
                .or(() ->
                        fitting.stream().max(Comparator.comparing(Print::width).thenComparing(better(webp))));
    }

    private static Comparator<Print> better(boolean webp) {
        return Comparator.comparing(print -> (print.format() == Format.WEBP) == webp);
    }
}

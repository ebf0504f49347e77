package dev.beranda.adapter.web.openapi;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Serves the description itself (`/openapi.json`) and the pages to browse it (`/docs`), all out of the house's own
/// class path: nothing is fetched from elsewhere.
@Controller
@Hidden
@Secured(SecurityRule.IS_ANONYMOUS)
final class DescriptionController {

    /// What the pages may do: run their own script and style, talk to this server, and nothing else.
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'"
            + " 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final Map<String, String> FILES = Map.of(
            "docs.html",
            MediaType.TEXT_HTML + ";charset=utf-8",
            "docs.js",
            "text/javascript;charset=utf-8",
            "swagger-ui.css",
            MediaType.TEXT_CSS + ";charset=utf-8",
            "swagger-ui-bundle.js",
            "text/javascript;charset=utf-8");

    private final Map<String, byte[]> loaded = new ConcurrentHashMap<>();

    @Get(value = "/openapi.json", produces = MediaType.APPLICATION_JSON)
    HttpResponse<byte[]> description() {
        return HttpResponse.ok(load("/META-INF/swagger/beranda.json"));
    }

    @Get("/docs")
    HttpResponse<?> page() {
        return file("docs.html");
    }

    @Get("/docs/{name}")
    HttpResponse<?> file(@PathVariable String name) {
        return Optional.ofNullable(FILES.get(name))
                .<HttpResponse<?>>map(type -> HttpResponse.ok(load(placeOf(name)))
                        .contentType(MediaType.of(type))
                        .header("Content-Security-Policy", POLICY))
                .orElseGet(HttpResponse::notFound);
    }

    private static String placeOf(String name) {
        return name.startsWith("swagger-ui")
                ? "/META-INF/resources/webjars/swagger-ui/" + Webjar.VERSION + "/" + name
                : name;
    }

    private byte[] load(String place) {
        return loaded.computeIfAbsent(place, DescriptionController::read);
    }

    private static byte[] read(String place) {
        try (InputStream in = DescriptionController.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException(place + " is missing from the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

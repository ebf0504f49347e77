package dev.beranda.adapter.web.http;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Which pages of other origins may use the API: exactly those that are named, and none when none is.
public final class CorsSettings {

    /// Those that may use the API, for others who have to know.
    public static final String ORIGINS = "beranda.allowed-origins";

    private static final String CORS = "micronaut.server.cors.";
    private static final String FRONTEND = CORS + "configurations.frontend.";
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final List<String> REQUEST_HEADERS = List.of(
            "Authorization",
            "Content-Type",
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            "X-Request-Id",
            "X-CSRF-Token",
            "X-Token-Transport",
            "Accept-Language");
    private static final List<String> ANSWER_HEADERS =
            List.of("ETag", "Location", "Link", "Retry-After", "RateLimit", "RateLimit-Policy", "X-Request-Id");

    /// The same as one line.
    static final String EXPOSED = String.join(",", ANSWER_HEADERS);

    private static final int SECONDS_A_PREFLIGHT_HOLDS = 3600;

    private static final int HIGHEST_PORT = 65535;
    private static final Pattern SPELLING = Pattern.compile("https?://(?:[a-z0-9.-]+|\\[[0-9a-f:]+])(?::[0-9]{1,5})?");

    private final List<String> origins;

    /// @throws IllegalArgumentException in one line, if a value is not an origin in the spelling browsers send
    public CorsSettings(List<String> origins) {
        this.origins = origins.stream()
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .map(CorsSettings::checked)
                .toList();
    }

    /// The properties of the server that say so.
    public Map<String, Object> properties() {
        if (origins.isEmpty()) {
            return Map.of(CORS + "enabled", false, CORS + "localhost-pass-through", true);
        }
        return Map.ofEntries(
                Map.entry(ORIGINS, origins),
                Map.entry(CORS + "enabled", true),
                Map.entry(CORS + "single-header", true),
                Map.entry(CORS + "localhost-pass-through", true),
                Map.entry(FRONTEND + "allowed-origins", origins),
                Map.entry(FRONTEND + "allowed-methods", METHODS),
                Map.entry(FRONTEND + "allowed-headers", REQUEST_HEADERS),
                Map.entry(FRONTEND + "exposed-headers", ANSWER_HEADERS),
                Map.entry(FRONTEND + "allow-credentials", true),
                Map.entry(FRONTEND + "allow-private-network", false),
                Map.entry(FRONTEND + "max-age", SECONDS_A_PREFLIGHT_HOLDS));
    }

    private static String checked(String origin) {
        if (!isOrigin(origin)) {
            throw new IllegalArgumentException(
                    "BERANDA_ALLOWED_ORIGINS: '%s' is not an origin such as https://www.example.org".formatted(origin));
        }
        return origin;
    }

    private static boolean isOrigin(String text) {
        if (!SPELLING.matcher(text).matches()) {
            return false;
        }
        URI uri = URI.create(text);
        int usual = uri.getScheme().equals("https") ? 443 : 80;
        return uri.getHost() != null && uri.getPort() != usual && uri.getPort() <= HIGHEST_PORT;
    }
}

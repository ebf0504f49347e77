package dev.beranda.bootstrap;

import dev.beranda.adapter.web.http.CorsSettings;
import dev.beranda.adapter.web.metrics.MetricsToken;
import dev.beranda.bootstrap.settings.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The settings as far as the framework, and adapters that are its beans, want them as properties.
final class FrameworkProperties {

    /// What is around a file in a form.
    private static final long FORM = 64L * 1024;

    private static final String DOLLAR = "beranda.dollar";

    private FrameworkProperties() {}

    static Map<String, Object> of(Settings settings, DatabaseDoor database) {
        Map<String, Object> properties = new HashMap<>(new CorsSettings(settings.allowedOrigins()).properties());
        properties.put("micronaut.server.host", settings.httpHost());
        properties.put("micronaut.server.port", settings.httpPort() == 0 ? -1 : settings.httpPort());
        properties.put("beranda.public-url", settings.publicUrl());
        properties.put("beranda.trusted-proxies", settings.trustedProxies());
        properties.put("datasources.default.url", database.url());
        properties.put("datasources.default.username", database.user());
        properties.put("datasources.default.password", database.password());
        properties.put("beranda.letters", carrier(settings));
        properties.put("beranda.answers.kept-bytes", settings.cacheMegabytes() * 1024L * 1024);
        properties.put("beranda.answers.shared-seconds", settings.cdnSeconds());
        settings.metricsToken().ifPresent(token -> properties.put(MetricsToken.PROPERTY, token));
        properties.putAll(roomForBodies(settings));
        settings.databasePool().ifPresent(size -> properties.put("datasources.default.maximum-pool-size", size));
        properties.replaceAll((_, value) -> verbatim(value));
        properties.put(DOLLAR, "$");
        return properties;
    }

    /// The framework would put another property in the place of `${…}`; an operator who has it in a password means it
    /// as it stands.
    private static Object verbatim(Object value) {
        return switch (value) {
            case String text -> text.replace("${", "${" + DOLLAR + "}{");
            case List<?> values ->
                values.stream().map(FrameworkProperties::verbatim).toList();
            default -> value;
        };
    }

    /// A form is a little longer than the file in it, and two may always be on their way.
    private static Map<String, Object> roomForBodies(Settings settings) {
        long upload = settings.media().mostBytes() + FORM;
        long removal = settings.importMaxBytes() + FORM;
        Path spool = settings.dataFolder().toAbsolutePath().resolve("spool");
        return Map.of(
                "beranda.http.upload", upload,
                "beranda.http.upload-memory", Math.max(32L * 1024 * 1024, 2 * upload),
                "beranda.http.removal", removal,
                "beranda.http.spool", spool.toString(),
                "micronaut.server.max-request-size", Math.max(5L * 1024 * 1024, Math.max(upload, removal)));
    }

    private static String carrier(Settings settings) {
        if (settings.smtp().isPresent()) {
            return "smtp";
        }
        return settings.hasMailbox() ? "mailbox" : "none";
    }
}

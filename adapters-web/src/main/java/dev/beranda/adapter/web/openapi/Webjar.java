package dev.beranda.adapter.web.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which version of the browser's part of the documentation is on the class path: its own jar knows.
final class Webjar {

    static final String VERSION = read();

    private Webjar() {}

    private static String read() {
        try (InputStream in =
                Webjar.class.getResourceAsStream("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

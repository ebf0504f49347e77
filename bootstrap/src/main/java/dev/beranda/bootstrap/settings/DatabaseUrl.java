package dev.beranda.bootstrap.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A PostgreSQL of one's own: `postgresql://user:password@host:port/database?options`. Without a text form, for it
/// holds a password.
public final class DatabaseUrl {

    private static final int USUAL_PORT = 5432;

    private final String jdbcUrl;
    private final String user;
    private final String password;

    private DatabaseUrl(String jdbcUrl, String user, String password) {
        this.jdbcUrl = jdbcUrl;
        this.user = user;
        this.password = password;
    }

    static Optional<DatabaseUrl> parse(String text) {
        try {
            return parse(new URI(text));
        } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<DatabaseUrl> parse(URI uri) {
        boolean isPostgres = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
        String userInfo = uri.getRawUserInfo();
        String path = uri.getRawPath();
        if (!isPostgres || uri.getHost() == null || userInfo == null || path == null || path.length() < 2) {
            return Optional.empty();
        }
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        String options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String[] who = userInfo.split(":", 2);
        return Optional.of(new DatabaseUrl(
                "jdbc:postgresql://" + uri.getHost() + ":" + port + path + options,
                decode(who[0]),
                who.length == 2 ? decode(who[1]) : ""));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    public String jdbcUrl() {
        return jdbcUrl;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }
}

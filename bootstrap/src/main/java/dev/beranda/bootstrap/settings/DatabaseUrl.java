package dev.beranda.bootstrap.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A PostgreSQL of one's own: `postgresql://user:password@host:port/database?options`. Without a text form, for it
/// holds a password.
public final class DatabaseUrl {

    private static final String USUAL_PORT = "5432";

    /// Hosts of containers have underscores, which [java.net.URI] does not know as hosts.
    private static final Pattern SPELLING = Pattern.compile("""
            postgres(?:ql)?://\
            (?<user>[^:@/?#\\s]+)(?::(?<password>[^@/?#\\s]*))?@\
            (?<host>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])\
            (?::(?<port>\\d{1,5}))?\
            /(?<database>[^/?#\\s]+)\
            (?<options>\\?[^#\\s]*)?""");

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
            return Optional.of(SPELLING.matcher(text)).filter(Matcher::matches).map(DatabaseUrl::of);
        } catch (IllegalArgumentException undecodable) {
            return Optional.empty();
        }
    }

    private static DatabaseUrl of(Matcher parts) {
        String port = parts.group("port") == null ? USUAL_PORT : parts.group("port");
        String options = parts.group("options") == null ? "" : parts.group("options");
        String password = parts.group("password") == null ? "" : parts.group("password");
        return new DatabaseUrl(
                "jdbc:postgresql://" + parts.group("host") + ":" + port + "/" + parts.group("database") + options,
                decode(parts.group("user")),
                decode(password));
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

package dev.beranda.adapter.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.net.URLDecoder;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The server that takes our letters on. It holds a password, so like every secret it has no text form, and
/// what is wrong with an address is said without repeating it.
public final class SmtpUrl {

    public static final String FORM =
            "smtp://[user:password@]host[:port][?starttls=required|off] or smtps://[user:password@]host[:port]";

    private static final Pattern SPELLING = Pattern.compile("""
            (?<scheme>smtps?)://\
            (?:(?<user>[^:@/?#\\s]+):(?<password>[^:@/?#\\s]+)@)?\
            (?:\\[(?<ipv6>[0-9a-f:.]+)]|(?<name>[a-z0-9._-]+))\
            (?::(?<port>\\d{1,5}))?/?\
            (?:\\?starttls=(?<starttls>required|off))?""", Pattern.CASE_INSENSITIVE);

    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_OVER_TLS = 465;
    private static final int HIGHEST_PORT = 65_535;

    private final Encryption encryption;
    private final String host;
    private final int port;
    private final Optional<Login> login;

    /// When the conversation is encrypted.
    enum Encryption {
        AT_ONCE,
        BEFORE_ANYTHING_IS_SAID,
        NEVER
    }

    private static final class Login {

        private final String user;
        private final String password;

        Login(String user, String password) {
            this.user = user;
            this.password = password;
        }
    }

    private SmtpUrl(Encryption encryption, String host, int port, Optional<Login> login) {
        this.encryption = encryption;
        this.host = host;
        this.port = port;
        this.login = login;
    }

    /// What an operator wrote. User and password are percent-encoded.
    public static SmtpUrl parse(String raw) {
        Matcher parts = SPELLING.matcher(raw.strip());
        if (!parts.matches()) {
            throw malformed();
        }
        String host = parts.group(parts.group("ipv6") == null ? "name" : "ipv6").toLowerCase(Locale.ROOT);
        Encryption encryption = encryption(parts.group("scheme"), parts.group("starttls"), host);
        return new SmtpUrl(encryption, host, port(parts.group("port"), encryption), login(parts));
    }

    Encryption encryption() {
        return encryption;
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    boolean hasLogin() {
        return login.isPresent();
    }

    Properties properties() {
        var properties = new Properties();
        properties.setProperty("mail.smtp.auth", Boolean.toString(hasLogin()));
        properties.setProperty("mail.smtp.ssl.enable", is(Encryption.AT_ONCE));
        properties.setProperty("mail.smtp.starttls.enable", is(Encryption.BEFORE_ANYTHING_IS_SAID));
        properties.setProperty("mail.smtp.starttls.required", is(Encryption.BEFORE_ANYTHING_IS_SAID));
        return properties;
    }

    /// The password goes nowhere else.
    void connect(Transport transport) throws MessagingException {
        if (login.isPresent()) {
            transport.connect(host, port, login.get().user, login.get().password);
        } else {
            transport.connect(host, port, null, null);
        }
    }

    private String is(Encryption expected) {
        return Boolean.toString(encryption == expected);
    }

    private static Encryption encryption(String scheme, @Nullable String startTls, String host) {
        if (scheme.equalsIgnoreCase("smtps")) {
            if (startTls != null) {
                throw new IllegalArgumentException("smtps:// is encrypted from the start and takes no starttls");
            }
            return Encryption.AT_ONCE;
        }
        boolean open = startTls == null ? LOOPBACK.contains(host) : startTls.equalsIgnoreCase("off");
        return open ? Encryption.NEVER : Encryption.BEFORE_ANYTHING_IS_SAID;
    }

    private static int port(@Nullable String digits, Encryption encryption) {
        if (digits == null) {
            return encryption == Encryption.AT_ONCE ? SUBMISSION_OVER_TLS : SUBMISSION;
        }
        int port = Integer.parseInt(digits);
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("a port is between 1 and " + HIGHEST_PORT);
        }
        return port;
    }

    private static Optional<Login> login(Matcher parts) {
        return parts.group("user") == null
                ? Optional.empty()
                : Optional.of(new Login(decoded(parts.group("user")), decoded(parts.group("password"))));
    }

    /// The decoder's own complaint quotes what it cannot read, so it is not passed on.
    private static String decoded(String encoded) {
        String text;
        try {
            text = URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException _) {
            throw malformed();
        }
        if (UNPRINTABLE.matcher(text).find()) {
            throw malformed();
        }
        return text;
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("not of the form " + FORM + ", with user and password percent-encoded");
    }
}

package dev.beranda.bootstrap.settings;

import dev.beranda.adapter.email.Sender;
import dev.beranda.adapter.email.SmtpUrl;
import dev.beranda.adapter.place.FilePlaces;
import dev.beranda.adapter.web.metrics.MetricsToken;
import dev.beranda.adapter.web.syndication.Site;
import dev.beranda.domain.comment.Moderation;
import dev.beranda.domain.identity.ReturnAddress;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.post.TrashPeriod;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Parsed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Everything an operator can set, validated. A class and not a record, for some of it is secret.
public final class Settings {

    /// Settings of the contract whose rooms are not built yet: known, checked for by nobody, and said to be without
    /// effect.
    private static final Set<String> FOR_LATER = Set.of(
            "BERANDA_BROKER_URL",
            "BERANDA_DATABASE_REPLICA_URLS",
            "BERANDA_FRONTEND",
            "BERANDA_FRONTEND_PORT",
            "BERANDA_REDIS_URL");

    private static final URI PWNED_PASSWORDS = URI.create("https://api.pwnedpasswords.com");

    /// Read by the launcher, which opens no files for it.
    private static final String JAVA_OPTS = "BERANDA_JAVA_OPTS";

    private static final Set<String> NOW = Set.of(
            "BERANDA_ACCESS_LOG",
            "BERANDA_ADMIN_EMAIL",
            "BERANDA_ADMIN_PASSWORD",
            "BERANDA_ALLOWED_ORIGINS",
            "BERANDA_BREACH_CHECK",
            "BERANDA_CACHE_MEGABYTES",
            "BERANDA_CDN_SECONDS",
            "BERANDA_COMMENTS",
            "BERANDA_DATABASE_MIGRATION_URL",
            "BERANDA_DATABASE_POOL",
            "BERANDA_DATABASE_URL",
            "BERANDA_DATA_DIR",
            "BERANDA_EMAIL_VERIFICATION",
            "BERANDA_ERASURE_GRACE",
            "BERANDA_HIDE_EXISTING_ACCOUNTS",
            "BERANDA_HTTP_HOST",
            "BERANDA_HTTP_PORT",
            "BERANDA_IMPORT_MAX_BYTES",
            "BERANDA_LOG_FORMAT",
            "BERANDA_LOG_LEVEL",
            "BERANDA_MAIL_FROM",
            "BERANDA_MEDIA_MAX_BYTES",
            "BERANDA_MEDIA_QUOTA",
            "BERANDA_MEDIA_S3_ACCESS_KEY",
            "BERANDA_MEDIA_S3_BUCKET",
            "BERANDA_MEDIA_S3_ENDPOINT",
            "BERANDA_MEDIA_S3_REGION",
            "BERANDA_MEDIA_S3_SECRET_KEY",
            "BERANDA_METRICS_TOKEN",
            "BERANDA_OAUTH_FACEBOOK_CLIENT_ID",
            "BERANDA_OAUTH_FACEBOOK_CLIENT_SECRET",
            "BERANDA_OAUTH_GITHUB_CLIENT_ID",
            "BERANDA_OAUTH_GITHUB_CLIENT_SECRET",
            "BERANDA_OAUTH_GOOGLE_CLIENT_ID",
            "BERANDA_OAUTH_GOOGLE_CLIENT_SECRET",
            "BERANDA_OAUTH_RETURN_PAGES",
            "BERANDA_PASSWORD_HASH",
            "BERANDA_PASSWORD_MINIMUM",
            "BERANDA_PLACES",
            "BERANDA_PUBLIC_URL",
            "BERANDA_RATE_LIMITS",
            "BERANDA_SECRET_KEY",
            "BERANDA_SHUTDOWN_DELAY",
            "BERANDA_SITE_DESCRIPTION",
            "BERANDA_SITE_NAME",
            "BERANDA_SITE_POST_PAGE",
            "BERANDA_SITE_URL",
            "BERANDA_SMTP_URL",
            "BERANDA_TRASH_DAYS",
            "BERANDA_TRUSTED_PROXIES");

    /// Of days. The letter that lets one think better of it is good as long.
    private static final int LONGEST_GRACE =
            (int) Purpose.KEEP_ACCOUNT.lifetime().toDays();

    /// Of days: longer is as good as for ever.
    private static final int LONGEST_IN_TRASH = 3650;

    private static final int MEGABYTE = 1024 * 1024;

    /// What one body can be at most.
    private static final int LARGEST_IMPORT = 2_000_000_000;

    private final int httpPort;
    private final String httpHost;
    private final Path dataFolder;
    private final String publicUrl;
    private final Optional<DatabaseUrl> database;
    private final Optional<DatabaseUrl> migrationDatabase;
    private final Optional<Integer> databasePool;
    private final Optional<String> secretKey;
    private final Optional<FirstAdministrator> firstAdministrator;
    private final HashScheme passwordHash;
    private final int passwordMinimum;
    private final Optional<URI> breachCheck;
    private final boolean emailMustBeVerified;
    private final boolean hidesAccounts;
    private final Duration erasureGrace;
    private final Optional<SmtpUrl> smtp;
    private final Sender sender;
    private final Optional<FilePlaces> places;
    private final MediaSettings media;
    private final Optional<String> metricsToken;
    private final int cacheMegabytes;
    private final int cdnSeconds;
    private final int importMaxBytes;
    private final boolean rateLimits;
    private final List<String> trustedProxies;
    private final List<String> allowedOrigins;
    private final List<ProviderSettings> providers;
    private final List<ReturnAddress> returnPages;
    private final Moderation comments;
    private final Site site;
    private final TrashPeriod trashPeriod;
    private final int shutdownDelaySeconds;
    private final List<String> withoutEffect;

    /// The administrator of a new installation.
    ///
    /// @param password in clear, for it is hashed at the first start
    public record FirstAdministrator(String email, String password) {

        @Override
        public String toString() {
            return email;
        }
    }

    /// How new passwords are hashed.
    public enum HashScheme {
        ARGON2ID,
        /// At cost 10, for comparisons with other servers.
        BCRYPT
    }

    private Settings(Environment environment) {
        httpPort = environment.number("BERANDA_HTTP_PORT", 0, 65_535).orElse(8080);
        httpHost = environment.text("BERANDA_HTTP_HOST").orElse("127.0.0.1");
        dataFolder = environment
                .read("BERANDA_DATA_DIR", "a folder", accepting(Path::of))
                .orElseGet(Settings::usualDataFolder);
        publicUrl = environment
                .read("BERANDA_PUBLIC_URL", "an http:// or https:// address without a path", Settings::origin)
                .orElse("http://localhost:" + httpPort);
        database = environment.read("BERANDA_DATABASE_URL", DATABASE_FORM, DatabaseUrl::parse);
        migrationDatabase = environment.read("BERANDA_DATABASE_MIGRATION_URL", DATABASE_FORM, DatabaseUrl::parse);
        if (migrationDatabase.isPresent() && database.isEmpty()) {
            throw new SettingsException("BERANDA_DATABASE_MIGRATION_URL is without effect where there is no"
                    + " BERANDA_DATABASE_URL: our own database has an owner already");
        }
        databasePool = environment.number("BERANDA_DATABASE_POOL", 2, 200);
        secretKey = environment.text("BERANDA_SECRET_KEY");
        firstAdministrator = firstAdministrator(environment);
        passwordHash = environment
                .read("BERANDA_PASSWORD_HASH", "argon2id or bcrypt", Settings::hashScheme)
                .orElse(HashScheme.ARGON2ID);
        passwordMinimum = environment.number("BERANDA_PASSWORD_MINIMUM", 8, 64).orElse(12);
        breachCheck = environment
                .read("BERANDA_BREACH_CHECK", "on, off or the https:// address of a service", Settings::breachCheck)
                .flatMap(Function.identity());
        emailMustBeVerified = environment
                .read("BERANDA_EMAIL_VERIFICATION", "required or optional", Settings::required)
                .orElse(false);
        hidesAccounts = environment.onOrOff("BERANDA_HIDE_EXISTING_ACCOUNTS").orElse(false);
        erasureGrace = Duration.ofDays(
                environment.number("BERANDA_ERASURE_GRACE", 0, LONGEST_GRACE).orElse(14));
        smtp = environment.read("BERANDA_SMTP_URL", SmtpUrl.FORM, accepting(SmtpUrl::parse));
        sender = environment
                .read("BERANDA_MAIL_FROM", "an e-mail address, or Name <address>", accepting(Sender::parse))
                .orElseGet(() -> Sender.parse("Beranda <beranda@" + mailDomain(publicUrl) + ">"));
        places = environment.read("BERANDA_PLACES", "a readable file in the MaxMind DB format", Settings::placesIn);
        media = MediaSettings.in(environment);
        metricsToken = environment.read(
                "BERANDA_METRICS_TOKEN",
                "32 to 256 letters, digits and . _ ~ + / -",
                value -> Optional.of(value).filter(MetricsToken::isOne));
        cacheMegabytes = environment.number("BERANDA_CACHE_MEGABYTES", 0, 4096).orElse(16);
        cdnSeconds = environment.number("BERANDA_CDN_SECONDS", 0, 86_400).orElse(10);
        importMaxBytes = environment
                .number("BERANDA_IMPORT_MAX_BYTES", MEGABYTE, LARGEST_IMPORT)
                .orElse(256 * MEGABYTE);
        rateLimits = environment.onOrOff("BERANDA_RATE_LIMITS").orElse(true);
        trustedProxies =
                environment.text("BERANDA_TRUSTED_PROXIES").map(Settings::list).orElse(List.of());
        allowedOrigins =
                environment.text("BERANDA_ALLOWED_ORIGINS").map(Settings::list).orElse(List.of());
        providers = ProviderSettings.in(environment);
        returnPages = environment
                .read(
                        "BERANDA_OAUTH_RETURN_PAGES",
                        "whole addresses such as https://www.example.com/login",
                        Settings::pages)
                .orElse(List.of());
        comments = environment
                .read("BERANDA_COMMENTS", "open, held-first, held-all or off", Settings::moderation)
                .orElse(Moderation.OPEN);
        trashPeriod = environment
                .read("BERANDA_TRASH_DAYS", "a number of days from 1 to 3650, or off", Settings::trashPeriod)
                .orElse(new TrashPeriod.Of(Duration.ofDays(30)));
        site = SiteSettings.in(environment, URI.create(publicUrl));
        shutdownDelaySeconds =
                environment.number("BERANDA_SHUTDOWN_DELAY", 0, 300).orElse(0);
        LogSettings.in(environment);
        withoutEffect = FOR_LATER.stream()
                .filter(name -> environment.text(name).isPresent())
                .filter(name -> !environment.text(name).equals(Optional.of("off")))
                .sorted()
                .toList();
    }

    private static final String DATABASE_FORM = "of the form postgresql://user:password@host:port/database";

    /// Reads the variables of the environment, or says in one line what is wrong with them.
    public static Settings read(Map<String, String> variables) {
        Set<String> known = new TreeSet<>(NOW);
        known.addAll(FOR_LATER);
        known.add(JAVA_OPTS);
        if (!variables.getOrDefault(JAVA_OPTS + "_FILE", "").isBlank()) {
            throw new SettingsException(JAVA_OPTS + " cannot come from a file: the launcher hands it to Java as it is");
        }
        return new Settings(new Environment(variables, known, ProviderSettings::isOne));
    }

    private static Path usualDataFolder() {
        String home = System.getProperty("user.home");
        if ("root".equals(System.getProperty("user.name"))) {
            return Path.of("/var/lib/beranda");
        }
        String shared = System.getenv("XDG_DATA_HOME");
        return shared == null || shared.isBlank()
                ? Path.of(home, ".local", "share", "beranda")
                : Path.of(shared, "beranda");
    }

    private static Optional<String> origin(String text) {
        try {
            URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean isBare = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            return isWeb && isBare ? Optional.of(uri.toString()) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<FirstAdministrator> firstAdministrator(Environment environment) {
        Optional<String> email = environment.text("BERANDA_ADMIN_EMAIL");
        Optional<String> password = environment.text("BERANDA_ADMIN_PASSWORD");
        if (email.isPresent() != password.isPresent()) {
            throw new SettingsException("BERANDA_ADMIN_EMAIL and BERANDA_ADMIN_PASSWORD go together");
        }
        return email.flatMap(address -> password.map(secret -> new FirstAdministrator(address, secret)));
    }

    private static Optional<HashScheme> hashScheme(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "argon2id" -> Optional.of(HashScheme.ARGON2ID);
            case "bcrypt" -> Optional.of(HashScheme.BCRYPT);
            default -> Optional.empty();
        };
    }

    private static Optional<Optional<URI>> breachCheck(String value) {
        return switch (value) {
            case "off" -> Optional.of(Optional.empty());
            case "on" -> Optional.of(Optional.of(PWNED_PASSWORDS));
            default -> webAddress(value).map(Optional::of);
        };
    }

    private static Optional<URI> webAddress(String text) {
        try {
            URI uri = URI.create(text);
            boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean isPlain = uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null;
            return isWeb && isPlain ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<Moderation> moderation(String value) {
        return switch (value) {
            case "open" -> Optional.of(Moderation.OPEN);
            case "held-first" -> Optional.of(Moderation.HELD_FIRST);
            case "held-all" -> Optional.of(Moderation.HELD_ALL);
            case "off" -> Optional.of(Moderation.OFF);
            default -> Optional.empty();
        };
    }

    private static Optional<TrashPeriod> trashPeriod(String value) {
        if (value.equals("off")) {
            return Optional.of(new TrashPeriod.ForEver());
        }
        return Optional.of(value)
                .filter(days -> days.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .filter(days -> days >= 1 && days <= LONGEST_IN_TRASH)
                .map(days -> new TrashPeriod.Of(Duration.ofDays(days)));
    }

    private static Optional<FilePlaces> placesIn(String file) {
        try {
            return Optional.of(FilePlaces.in(Path.of(file)));
        } catch (IOException | InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// A parser that throws, as one that answers nothing; what it says is not repeated, for it may hold a password.
    private static <T> Function<String, Optional<T>> accepting(Function<String, T> parser) {
        return value -> {
            try {
                return Optional.of(parser.apply(value));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        };
    }

    /// Letters come from where the site is, unless it is only on this machine or has no name.
    private static String mailDomain(String publicUrl) {
        String host = URI.create(publicUrl).getHost();
        return EmailAddress.parse("beranda@" + host) instanceof Parsed.Valid<?> ? host : "beranda.localhost";
    }

    private static Optional<Boolean> required(String value) {
        return oneOf(value, "required", "optional").map("required"::equals);
    }

    private static Optional<String> oneOf(String value, String... words) {
        return Optional.of(value).filter(Arrays.asList(words)::contains);
    }

    private static Optional<List<ReturnAddress>> pages(String value) {
        List<String> named = list(value);
        List<ReturnAddress> pages = named.stream()
                .map(ReturnAddress::parse)
                .flatMap(Optional::stream)
                .toList();
        return Optional.of(pages).filter(_ -> pages.size() == named.size());
    }

    private static List<String> list(String value) {
        return Arrays.stream(value.split("[,\\s]+"))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    public int httpPort() {
        return httpPort;
    }

    public String httpHost() {
        return httpHost;
    }

    public Path dataFolder() {
        return dataFolder;
    }

    public String publicUrl() {
        return publicUrl;
    }

    /// Letters hold keys to accounts. They are only kept to be read here where nobody from elsewhere is served.
    public boolean hasMailbox() {
        return smtp.isEmpty()
                && database.isEmpty()
                && isThisMachine(URI.create(publicUrl).getHost());
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}");
    }

    /// A database of one's own, instead of the embedded one.
    public Optional<DatabaseUrl> database() {
        return database;
    }

    /// With the rights to change the schema, where the one above has not.
    public Optional<DatabaseUrl> migrationDatabase() {
        return migrationDatabase;
    }

    public Optional<Integer> databasePool() {
        return databasePool;
    }

    public Optional<String> secretKey() {
        return secretKey;
    }

    public Optional<FirstAdministrator> firstAdministrator() {
        return firstAdministrator;
    }

    public HashScheme passwordHash() {
        return passwordHash;
    }

    public int passwordMinimum() {
        return passwordMinimum;
    }

    /// Whom to ask whether a password was stolen.
    public Optional<URI> breachCheck() {
        return breachCheck;
    }

    public boolean emailMustBeVerified() {
        return emailMustBeVerified;
    }

    /// Whether registering tells nobody but the reader of an address that it has an account.
    public boolean hidesAccounts() {
        return hidesAccounts;
    }

    /// How long somebody who is to be forgotten may think better of it.
    public Duration erasureGrace() {
        return erasureGrace;
    }

    /// Where addresses are.
    public Optional<FilePlaces> places() {
        return places;
    }

    /// The server that takes letters on; without one they stay in the house.
    public Optional<SmtpUrl> smtp() {
        return smtp;
    }

    /// Whom letters are from.
    public Sender sender() {
        return sender;
    }

    /// How much people may bring to write with, and where it is kept.
    public MediaSettings media() {
        return media;
    }

    /// What collectors of numbers have to show; without one, only who asks on this machine gets to see them.
    public Optional<String> metricsToken() {
        return metricsToken;
    }

    /// How much room there is for answers to say again.
    public int cacheMegabytes() {
        return cacheMegabytes;
    }

    /// How long caches between the house and its readers may keep what everybody may read.
    public int cdnSeconds() {
        return cdnSeconds;
    }

    /// How large a file may be in which another house is brought.
    public int importMaxBytes() {
        return importMaxBytes;
    }

    public boolean rateLimits() {
        return rateLimits;
    }

    /// Who may vouch for people.
    public List<ProviderSettings> providers() {
        return providers;
    }

    /// The only pages browsers are sent back to from a provider; where none is named, all of ours.
    public List<ReturnAddress> returnPages() {
        return returnPages;
    }

    /// What becomes of comments before they are shown.
    public Moderation comments() {
        return comments;
    }

    /// How long posts lie in the trash.
    public TrashPeriod trashPeriod() {
        return trashPeriod;
    }

    /// The pages that show to people what is kept here.
    public Site site() {
        return site;
    }

    public List<String> trustedProxies() {
        return trustedProxies;
    }

    public List<String> allowedOrigins() {
        return allowedOrigins;
    }

    /// How long the node says it is not ready before it takes no more requests, for load balancers to notice.
    public int shutdownDelaySeconds() {
        return shutdownDelaySeconds;
    }

    /// Names of settings that were given but belong to rooms not built yet.
    public List<String> withoutEffect() {
        return withoutEffect;
    }
}

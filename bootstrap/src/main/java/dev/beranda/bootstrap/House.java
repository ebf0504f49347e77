package dev.beranda.bootstrap;

import dev.beranda.adapter.persistence.migration.Migrations;
import dev.beranda.adapter.persistence.outbox.Courier;
import dev.beranda.adapter.security.token.InstallationSecret;
import dev.beranda.adapter.security.token.SigningKeyRing;
import dev.beranda.adapter.web.http.CorsSettings;
import dev.beranda.adapter.web.metrics.MetricsToken;
import dev.beranda.application.credential.AppointFirstAdministrator;
import dev.beranda.application.session.RotateSigningKeys;
import dev.beranda.bootstrap.running.NodeReadiness;
import dev.beranda.bootstrap.settings.Settings;
import dev.beranda.bootstrap.settings.SettingsException;
import dev.beranda.domain.credential.Password;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.postgres.Durability;
import dev.beranda.postgres.EmbeddedPostgres;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One running node: the database (if it is ours), the application on top of it, and the order in which they begin and
/// end.
public final class House implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(House.class);
    private static final Duration TO_FINISH = Duration.ofSeconds(30);

    /// What is around a file in a form.
    private static final long FORM = 64L * 1024;

    private final Settings settings;
    private @Nullable EmbeddedPostgres postgres;
    private @Nullable ApplicationContext application;
    private boolean isOpen;
    private boolean closed;

    public House(Settings settings) {
        this.settings = settings;
    }

    /// Opens the doors and says where.
    public synchronized URI open() {
        if (closed) {
            throw new IllegalStateException("closed while it opened");
        }
        try {
            return openDoors();
        } catch (RuntimeException failure) {
            throw aboutSetting(failure).orElse(failure);
        }
    }

    /// Some settings are understood only where they are used, deep inside; what is wrong with one begins with its name.
    private static Optional<RuntimeException> aboutSetting(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (cause instanceof IllegalArgumentException && message != null && message.startsWith("BERANDA_")) {
                return Optional.of(new SettingsException(message));
            }
        }
        return Optional.empty();
    }

    private URI openDoors() {
        Path data = dataFolder();
        var database = settings.database().isPresent() ? Database.given(settings) : embedded(data);
        new Migrations(database.url(), database.owner(), database.ownerPassword()).apply();
        application = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .properties(properties(database))
                .singletons(settings, secret(data))
                .start();
        prepare(application);
        URI address = application.getBean(EmbeddedServer.class).start().getURI();
        isOpen = true;
        return address;
    }

    /// The beans of the running node, for those who look after it.
    ApplicationContext application() {
        if (application == null) {
            throw new IllegalStateException("not open");
        }
        return application;
    }

    private Path dataFolder() {
        try {
            return Files.createDirectories(settings.dataFolder().toAbsolutePath());
        } catch (IOException e) {
            throw new SettingsException(
                    "BERANDA_DATA_DIR: " + settings.dataFolder() + " cannot be made: " + e.getMessage());
        }
    }

    private Database embedded(Path data) {
        postgres = EmbeddedPostgres.open(data.resolve("postgres"), Durability.DURABLE);
        return Database.of(postgres.provision("beranda"));
    }

    private InstallationSecret secret(Path data) {
        try {
            return settings.secretKey()
                    .map(InstallationSecret::of)
                    .orElseGet(() -> InstallationSecret.loadOrCreate(data.resolve("secret.key")));
        } catch (IllegalArgumentException unfit) {
            throw new SettingsException("BERANDA_SECRET_KEY: " + unfit.getMessage());
        }
    }

    private Map<String, Object> properties(Database database) {
        Map<String, Object> properties = new HashMap<>(new CorsSettings(settings.allowedOrigins()).properties());
        properties.put("micronaut.server.host", settings.httpHost());
        properties.put("micronaut.server.port", settings.httpPort() == 0 ? -1 : settings.httpPort());
        properties.put("beranda.public-url", settings.publicUrl());
        properties.put("beranda.trusted-proxies", settings.trustedProxies());
        properties.put("datasources.default.url", database.url());
        properties.put("datasources.default.username", database.user());
        properties.put("datasources.default.password", database.password());
        properties.put("beranda.letters", carrier());
        properties.put("beranda.answers.kept-bytes", settings.cacheMegabytes() * 1024L * 1024);
        properties.put("beranda.answers.shared-seconds", settings.cdnSeconds());
        settings.metricsToken().ifPresent(token -> properties.put(MetricsToken.PROPERTY, token));
        properties.putAll(roomForBodies());
        settings.databasePool().ifPresent(size -> properties.put("datasources.default.maximum-pool-size", size));
        return properties;
    }

    /// A form is a little longer than the file in it, and two may always be on their way.
    private Map<String, Object> roomForBodies() {
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

    /// The development mailbox holds keys to accounts, so it is for the database that came along and nobody else uses.
    private String carrier() {
        if (settings.smtp().isPresent()) {
            return "smtp";
        }
        return settings.database().isEmpty() ? "mailbox" : "none";
    }

    /// What has to be there before the first request.
    private void prepare(ApplicationContext context) {
        context.getBean(RotateSigningKeys.class).rotate();
        context.getBean(SigningKeyRing.class).reload();
        settings.firstAdministrator().ifPresent(first -> appoint(context, first));
        context.findBean(Courier.class)
                .ifPresentOrElse(
                        Courier::begin,
                        () -> LOG.warn("BERANDA_SMTP_URL is not set: letters wait in the outbox until it is"));
        settings.withoutEffect().forEach(name -> LOG.warn("{} has no effect in this version", name));
    }

    private static void appoint(ApplicationContext context, Settings.FirstAdministrator first) {
        if (!(EmailAddress.parse(first.email()) instanceof Parsed.Valid(var email))) {
            throw new SettingsException("BERANDA_ADMIN_EMAIL is not an e-mail address");
        }
        if (!(Password.parse(first.password()) instanceof Parsed.Valid(var password))) {
            throw new SettingsException("BERANDA_ADMIN_PASSWORD cannot be a password");
        }
        var command = new AppointFirstAdministrator.Command(email, password);
        switch (context.getBean(AppointFirstAdministrator.class).appoint(command)) {
            case AppointFirstAdministrator.Outcome.Appointed(var administrator) ->
                LOG.atInfo().addKeyValue("user", administrator.id()).log("The first administrator is appointed");
            case AppointFirstAdministrator.Outcome.ThereIsOne() -> LOG.debug("There is an administrator already");
            case AppointFirstAdministrator.Outcome.AddressTaken() ->
                throw new SettingsException("BERANDA_ADMIN_EMAIL belongs to an account that is no administrator;"
                        + " for safety it is not made one");
            case AppointFirstAdministrator.Outcome.WeakPassword(var judgement) ->
                throw new SettingsException("BERANDA_ADMIN_PASSWORD will not do: "
                        + judgement.flaws().getFirst().code());
        }
    }

    /// Says it is not ready, waits for load balancers to notice, finishes what was begun, and stops the database last.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        Optional.ofNullable(application).ifPresent(this::leave);
        Optional.ofNullable(postgres).ifPresent(EmbeddedPostgres::close);
    }

    private void leave(ApplicationContext context) {
        try (context) {
            if (isOpen) {
                finish(context);
            }
        }
    }

    private void finish(ApplicationContext context) {
        try {
            context.getBean(NodeReadiness.class).refuse();
            TimeUnit.SECONDS.sleep(settings.shutdownDelaySeconds());
            context.getBean(GracefulShutdownManager.class)
                    .shutdownGracefully()
                    .toCompletableFuture()
                    .get(TO_FINISH.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("Not everything was finished in {} s", TO_FINISH.toSeconds());
        }
    }
}

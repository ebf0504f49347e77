package dev.beranda.bootstrap;

import dev.beranda.adapter.persistence.migration.Migrations;
import dev.beranda.adapter.persistence.outbox.Courier;
import dev.beranda.adapter.security.token.InstallationSecret;
import dev.beranda.adapter.security.token.SigningKeyRing;
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
import dev.beranda.postgres.EmbeddedPostgresException;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.time.Duration;
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
            throw aboutSetting(failure);
        }
    }

    /// Some settings are understood only where they are used, deep inside; what is wrong with one begins with its name.
    private static RuntimeException aboutSetting(RuntimeException failure) {
        return Causes.of(failure)
                .filter(cause -> cause instanceof SettingsException || cause instanceof IllegalArgumentException)
                .map(cause -> String.valueOf(cause.getMessage()))
                .filter(message -> message.startsWith("BERANDA_"))
                .findFirst()
                .<RuntimeException>map(SettingsException::new)
                .orElse(failure);
    }

    private URI openDoors() {
        var introductions = Introductions.begin(settings);
        var data = DataFolder.at(settings.dataFolder());
        var database = settings.database().isPresent() ? Database.given(settings) : embedded(data);
        migrate(database.owner());
        URI address = serve(database.runtime(), secret(data), introductions);
        isOpen = true;
        return address;
    }

    private URI serve(DatabaseDoor database, InstallationSecret secret, Introductions introductions) {
        try {
            application = ApplicationContext.builder()
                    .banner(false)
                    .deduceEnvironment(false)
                    .environmentPropertySource(false)
                    .properties(FrameworkProperties.of(settings, database))
                    .singletons(settings, secret)
                    .start();
            prepare(application);
        } catch (RuntimeException failure) {
            throw database.explain(failure);
        }
        introductions.await();
        return listen(application.getBean(EmbeddedServer.class));
    }

    private URI listen(EmbeddedServer server) {
        try {
            return server.start().getURI();
        } catch (RuntimeException failure) {
            throw Doorstep.explain(failure, settings);
        }
    }

    /// The beans of the running node, for those who look after it.
    ApplicationContext application() {
        if (application == null) {
            throw new IllegalStateException("not open");
        }
        return application;
    }

    private Database embedded(DataFolder data) {
        try {
            postgres = EmbeddedPostgres.open(data.postgres(), Durability.DURABLE);
            return Database.of(postgres.provision("beranda"));
        } catch (EmbeddedPostgresException refusal) {
            throw new SettingsException(Causes.line(refusal) + " (BERANDA_DATA_DIR is " + settings.dataFolder() + ")");
        }
    }

    private void migrate(DatabaseDoor owner) {
        try {
            new Migrations(owner.url(), owner.user(), owner.password()).apply();
        } catch (RuntimeException failure) {
            throw owner.explain(failure);
        }
    }

    private InstallationSecret secret(DataFolder data) {
        try {
            return settings.secretKey().map(InstallationSecret::of).orElseGet(data::secret);
        } catch (IllegalArgumentException unfit) {
            throw new SettingsException("BERANDA_SECRET_KEY: " + unfit.getMessage());
        }
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

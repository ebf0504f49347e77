package dev.beranda.bootstrap;

import dev.beranda.bootstrap.settings.Settings;
import dev.beranda.bootstrap.settings.SettingsException;
import dev.beranda.postgres.EmbeddedPostgresException;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The main class: opens the house, says where it is, and closes it when asked to.
public final class Beranda {

    private static final Logger LOG = LoggerFactory.getLogger(Beranda.class);

    private Beranda() {}

    public static void main(String[] arguments) {
        try {
            var settings = Settings.read(System.getenv());
            var house = new House(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(house::close, "goodbye"));
            tellWhere(house.open(), settings);
        } catch (SettingsException | EmbeddedPostgresException refusal) {
            System.err.println("beranda: " + refusal.getMessage());
            System.exit(1);
        } catch (RuntimeException failure) {
            LOG.error("Beranda cannot start", failure);
            System.err.println("beranda: cannot start: " + failure.getMessage());
            System.exit(1);
        }
    }

    private static void tellWhere(URI server, Settings settings) {
        String address = settings.httpPort() == 0 ? server.toString() : settings.publicUrl();
        System.out.println("Beranda is ready");
        System.out.println("  API            " + address + "/api");
        System.out.println("  Documentation  " + address + "/docs");
        if (settings.hasMailbox()) {
            System.out.println("  Mailbox        " + address + "/dev/mailbox");
        }
        System.out.println("  Data           "
                + settings.database().map(_ -> "in the database given").orElse("in " + settings.dataFolder()));
        System.out.println("Ctrl-C stops it.");
    }
}

package dev.beranda.bootstrap;

import dev.beranda.bootstrap.settings.Settings;
import dev.beranda.bootstrap.settings.SettingsException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Optional;

/// Where the world is to knock, when that cannot be.
final class Doorstep {

    private Doorstep() {}

    /// A failure that comes of the place the operator chose, in a line that names the setting; any other as it is.
    static RuntimeException explain(RuntimeException failure, Settings settings) {
        return Causes.of(failure)
                .flatMap(cause -> words(cause, settings).stream())
                .findFirst()
                .<RuntimeException>map(SettingsException::new)
                .orElse(failure);
    }

    private static Optional<String> words(Throwable cause, Settings settings) {
        if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
            return Optional.of("BERANDA_HTTP_HOST: there is no host " + settings.httpHost());
        }
        return cause instanceof BindException refusal ? Optional.of(words(refusal, settings)) : Optional.empty();
    }

    private static String words(BindException refusal, Settings settings) {
        String reason = String.valueOf(refusal.getMessage()).toLowerCase(Locale.ROOT);
        if (reason.contains("in use")) {
            return "BERANDA_HTTP_PORT: somebody listens at port " + settings.httpPort() + " already";
        }
        if (reason.contains("permission")) {
            return "BERANDA_HTTP_PORT: we may not listen at port " + settings.httpPort();
        }
        return "BERANDA_HTTP_HOST: " + settings.httpHost() + " is no address of this machine";
    }
}

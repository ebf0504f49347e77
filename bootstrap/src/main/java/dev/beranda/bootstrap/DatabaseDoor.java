package dev.beranda.bootstrap;

import dev.beranda.bootstrap.settings.DatabaseUrl;
import dev.beranda.bootstrap.settings.SettingsException;
import dev.beranda.postgres.Login;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;

/// A way into a database, and who comes in by it. Without a text form, because of the password.
final class DatabaseDoor {

    /// Classes of SQLSTATE, or whole ones, of what only who chose the database can mend: no connection, no entry, no
    /// such database, no more room, no such option, no such feature, no right, no writing, not up.
    private static final List<String> TO_BE_MENDED_OUTSIDE =
            List.of("08", "28", "3D", "53", "22023", "0A000", "42501", "25006", "57P");

    private final Optional<String> setting;
    private final String url;
    private final String user;
    private final String password;

    private DatabaseDoor(Optional<String> setting, String url, String user, String password) {
        this.setting = setting;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    static DatabaseDoor ours(String url, Login login) {
        return new DatabaseDoor(Optional.empty(), url, login.user(), login.password());
    }

    static DatabaseDoor given(String setting, DatabaseUrl url) {
        return new DatabaseDoor(Optional.of(setting), url.jdbcUrl(), url.user(), url.password());
    }

    String url() {
        return url;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    /// A failure that comes of what the operator chose, in a line that names the setting; any other as it is. Of the
    /// driver's words those are repeated that the server said; none hold a password.
    RuntimeException explain(RuntimeException failure) {
        return setting.flatMap(name -> Causes.of(failure)
                        .filter(SQLException.class::isInstance)
                        .map(SQLException.class::cast)
                        .filter(DatabaseDoor::isToBeMendedOutside)
                        .reduce((outer, inner) -> inner)
                        .<RuntimeException>map(refusal -> new SettingsException(name + ": " + words(refusal))))
                .orElse(failure);
    }

    private static boolean isToBeMendedOutside(SQLException refusal) {
        String state = String.valueOf(refusal.getSQLState());
        return TO_BE_MENDED_OUTSIDE.stream().anyMatch(state::startsWith);
    }

    private String words(SQLException refusal) {
        if (hasCause(refusal, UnknownHostException.class::isInstance)) {
            return "there is no host " + host();
        }
        if (hasCause(
                refusal, cause -> cause instanceof SocketTimeoutException || cause instanceof NoRouteToHostException)) {
            return server() + " does not answer";
        }
        if (hasCause(refusal, ConnectException.class::isInstance)) {
            return "nobody answers at " + server();
        }
        if (hasCause(refusal, SSLException.class::isInstance)) {
            return "no safe connection to " + server() + ": " + Causes.line(Causes.last(refusal));
        }
        return Causes.line(refusal);
    }

    private static boolean hasCause(Throwable failure, Predicate<Throwable> kind) {
        return Causes.of(failure).anyMatch(kind);
    }

    private String server() {
        return url.replaceFirst("jdbc:postgresql://([^/]*)/.*", "$1");
    }

    private String host() {
        return server().replaceFirst(":\\d+$", "");
    }
}

package dev.beranda.bootstrap;

import dev.beranda.bootstrap.settings.DatabaseUrl;
import dev.beranda.bootstrap.settings.Settings;
import dev.beranda.bootstrap.settings.SettingsException;
import dev.beranda.postgres.ProvisionedDatabase;

/// Where the rows are, who changes the schema and who works with it. Without a text form, because of the passwords.
final class Database {

    private final String url;
    private final String owner;
    private final String ownerPassword;
    private final String user;
    private final String password;

    private Database(String url, String owner, String ownerPassword, String user, String password) {
        this.url = url;
        this.owner = owner;
        this.ownerPassword = ownerPassword;
        this.user = user;
        this.password = password;
    }

    static Database of(ProvisionedDatabase provisioned) {
        return new Database(
                provisioned.jdbcUrl(),
                provisioned.owner().user(),
                provisioned.owner().password(),
                provisioned.runtime().user(),
                provisioned.runtime().password());
    }

    /// A database of the operator's own. One user may do both; two are better.
    static Database given(Settings settings) {
        DatabaseUrl runtime =
                settings.database().orElseThrow(() -> new SettingsException("BERANDA_DATABASE_URL is missing"));
        DatabaseUrl owner = settings.migrationDatabase().orElse(runtime);
        return new Database(runtime.jdbcUrl(), owner.user(), owner.password(), runtime.user(), runtime.password());
    }

    String url() {
        return url;
    }

    String owner() {
        return owner;
    }

    String ownerPassword() {
        return ownerPassword;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }
}

package dev.beranda.bootstrap;

import dev.beranda.bootstrap.settings.Settings;
import dev.beranda.bootstrap.settings.SettingsException;
import dev.beranda.postgres.ProvisionedDatabase;

/// Where the rows are: by which door who changes the schema comes in, and by which who works with it.
record Database(DatabaseDoor owner, DatabaseDoor runtime) {

    static Database of(ProvisionedDatabase provisioned) {
        return new Database(
                DatabaseDoor.ours(provisioned.jdbcUrl(), provisioned.owner()),
                DatabaseDoor.ours(provisioned.jdbcUrl(), provisioned.runtime()));
    }

    /// A database of the operator's own. One user may do both; two are better.
    static Database given(Settings settings) {
        var runtime = settings.database()
                .map(url -> DatabaseDoor.given("BERANDA_DATABASE_URL", url))
                .orElseThrow(() -> new SettingsException("BERANDA_DATABASE_URL is missing"));
        var owner = settings.migrationDatabase()
                .map(url -> DatabaseDoor.given("BERANDA_DATABASE_MIGRATION_URL", url))
                .orElse(runtime);
        return new Database(owner, runtime);
    }
}

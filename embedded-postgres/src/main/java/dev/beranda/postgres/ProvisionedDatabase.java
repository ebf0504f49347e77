package dev.beranda.postgres;

/// A database and the two who may enter it: the owner, who migrates, and the runtime, who only reads and writes rows.
public final class ProvisionedDatabase {

    private final String jdbcUrl;
    private final Login owner;
    private final Login runtime;

    ProvisionedDatabase(String jdbcUrl, Login owner, Login runtime) {
        this.jdbcUrl = jdbcUrl;
        this.owner = owner;
        this.runtime = runtime;
    }

    /// Carries parameters already: set others as properties of the data source, not behind a `?`.
    public String jdbcUrl() {
        return jdbcUrl;
    }

    public Login owner() {
        return owner;
    }

    public Login runtime() {
        return runtime;
    }
}

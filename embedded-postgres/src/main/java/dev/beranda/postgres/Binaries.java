package dev.beranda.postgres;

import java.nio.file.Path;

/// PostgreSQL's programs, unpacked and ready to run.
record Binaries(Path root, Platform platform, String version) {

    Path postgres() {
        return root.resolve("bin/postgres");
    }

    Path initdb() {
        return root.resolve("bin/initdb");
    }

    Path pgCtl() {
        return root.resolve("bin/pg_ctl");
    }

    String major() {
        return version.replaceFirst("\\D.*", "");
    }
}

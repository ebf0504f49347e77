package dev.beranda.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// The machines we have binaries for.
enum Platform {
    LINUX_X86_64("postgres-linux-x86_64.txz", "C.UTF-8"),
    LINUX_ARM_64("postgres-linux-arm_64.txz", "C.UTF-8"),
    DARWIN_X86_64("postgres-darwin-x86_64.txz", "en_US.UTF-8"),
    DARWIN_ARM_64("postgres-darwin-arm_64.txz", "en_US.UTF-8");

    private static final Path GLIBC_X86_64 = Path.of("/lib64/ld-linux-x86-64.so.2");
    private static final Path GLIBC_ARM_64 = Path.of("/lib/ld-linux-aarch64.so.1");

    private final String archive;
    private final String characterType;

    Platform(String archive, String characterType) {
        this.archive = archive;
        this.characterType = characterType;
    }

    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"), Files::exists);
    }

    static Platform of(String system, String architecture, Predicate<Path> exists) {
        var os = system.toLowerCase(Locale.ROOT);
        boolean arm = architecture.equals("aarch64") || architecture.equals("arm64");
        boolean intel = architecture.equals("amd64") || architecture.equals("x86_64");
        if (os.startsWith("mac") && (arm || intel)) {
            return arm ? DARWIN_ARM_64 : DARWIN_X86_64;
        }
        if (!os.startsWith("linux") || !(arm || intel)) {
            throw new EmbeddedPostgresException(
                    "There is no bundled PostgreSQL for " + system + " on " + architecture + "; use one of your own");
        }
        if (!exists.test(arm ? GLIBC_ARM_64 : GLIBC_X86_64)) {
            throw new EmbeddedPostgresException(
                    "The bundled PostgreSQL needs glibc, which this Linux (musl?) does not have; use one of your own");
        }
        return arm ? LINUX_ARM_64 : LINUX_X86_64;
    }

    String archive() {
        return archive;
    }

    /// The operating system's locale that knows letters beyond ASCII: pg_trgm asks it what a word is made of.
    String characterType() {
        return characterType;
    }

    boolean isLinux() {
        return this == LINUX_X86_64 || this == LINUX_ARM_64;
    }

    /// On a Mac an ordinary fsync stops at the disk's own cache.
    Map<String, String> durableParameters() {
        return isLinux() ? Map.of() : Map.of("wal_sync_method", "fsync_writethrough");
    }
}

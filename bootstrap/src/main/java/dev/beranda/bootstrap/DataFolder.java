package dev.beranda.bootstrap;

import dev.beranda.adapter.security.token.InstallationSecret;
import dev.beranda.bootstrap.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder in which an installation keeps what is its own.
final class DataFolder {

    private static final String SETTING = "BERANDA_DATA_DIR: ";

    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    /// There, and ours to write to: asked by writing, for rights alone do not tell of disks that are full or read only.
    static DataFolder at(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath());
            Files.delete(Files.createTempFile(path.toAbsolutePath(), ".writable-", ""));
            return new DataFolder(path.toAbsolutePath());
        } catch (IOException refusal) {
            throw new SettingsException(SETTING + "nothing can be written to " + path + ": "
                    + refusal.getClass().getSimpleName() + ": " + Causes.line(refusal));
        }
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    InstallationSecret secret() {
        Path file = path.resolve("secret.key");
        try {
            return InstallationSecret.loadOrCreate(file);
        } catch (UncheckedIOException | IllegalStateException | IllegalArgumentException unfit) {
            throw new SettingsException(SETTING + file + ": " + Causes.line(unfit));
        }
    }
}

package dev.beranda.adapter.web.http;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;

/// Where what is too large for memory lies for as long as it is on its way.
@Singleton
public final class SpoolFolder {

    private final Path folder;

    SpoolFolder(HttpLimits limits) {
        this.folder = limits.spool();
    }

    /// That nobody else can open.
    public Path newFile() throws IOException {
        return Spool.newFile(folder);
    }
}

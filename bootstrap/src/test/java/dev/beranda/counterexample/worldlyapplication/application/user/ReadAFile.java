package dev.beranda.counterexample.worldlyapplication.application.user;

import java.nio.file.Path;

public final class ReadAFile {

    public boolean read(Path file) {
        return file.isAbsolute();
    }
}

package dev.beranda.counterexample.worldlydomain.domain.user;

import java.nio.file.Path;

public record WritesAFile(Path file) {}

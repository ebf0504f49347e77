package dev.beranda.counterexample.worldlydomain.domain.user;

import java.net.URI;

public record CallsAServer(URI server) {}

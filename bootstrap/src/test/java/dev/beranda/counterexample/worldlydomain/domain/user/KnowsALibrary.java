package dev.beranda.counterexample.worldlydomain.domain.user;

import org.slf4j.Logger;

public record KnowsALibrary(Logger log) {}

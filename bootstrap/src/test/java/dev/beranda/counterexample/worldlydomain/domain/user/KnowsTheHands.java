package dev.beranda.counterexample.worldlydomain.domain.user;

import dev.beranda.counterexample.worldlydomain.application.user.FindUser;

public record KnowsTheHands(FindUser finding) {}

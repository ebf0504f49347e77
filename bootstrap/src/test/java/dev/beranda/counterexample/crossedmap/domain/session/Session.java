package dev.beranda.counterexample.crossedmap.domain.session;

import dev.beranda.counterexample.crossedmap.domain.shared.UserId;

public record Session(SessionId id, UserId user) {}

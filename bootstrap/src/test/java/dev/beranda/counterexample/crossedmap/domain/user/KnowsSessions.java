package dev.beranda.counterexample.crossedmap.domain.user;

import dev.beranda.counterexample.crossedmap.domain.session.SessionId;

public record KnowsSessions(SessionId session) {}

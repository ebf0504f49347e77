package dev.beranda.counterexample.crossedmap.domain.session;

public record SessionId(String value) {}

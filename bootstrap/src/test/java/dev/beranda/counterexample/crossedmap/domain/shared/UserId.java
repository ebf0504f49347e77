package dev.beranda.counterexample.crossedmap.domain.shared;

public record UserId(String value) {}

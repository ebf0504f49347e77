package dev.beranda.counterexample.nosyneighbours.domain.user;

public record UserId(String value) {}

package dev.beranda.counterexample.nosyneighbours.domain.user;

public record Username(String value) {}

package dev.beranda.counterexample.nosyneighbours.domain.user;

public record User(UserId id, Username name) {}

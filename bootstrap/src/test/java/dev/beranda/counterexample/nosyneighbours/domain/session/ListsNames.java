package dev.beranda.counterexample.nosyneighbours.domain.session;

import dev.beranda.counterexample.nosyneighbours.domain.user.Username;

public record ListsNames(Username[] names) {}

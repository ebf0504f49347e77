package dev.beranda.counterexample.nosyneighbours.domain.session;

import dev.beranda.counterexample.nosyneighbours.domain.user.User;

public record HoldsAPerson(User user) {}

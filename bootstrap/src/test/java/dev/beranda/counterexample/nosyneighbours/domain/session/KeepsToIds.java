package dev.beranda.counterexample.nosyneighbours.domain.session;

import dev.beranda.counterexample.nosyneighbours.domain.user.UserEvent;
import dev.beranda.counterexample.nosyneighbours.domain.user.UserId;

public record KeepsToIds(UserId user, UserId[] others, UserEvent.Renamed news) {}

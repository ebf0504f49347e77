package dev.beranda.counterexample.nosyneighbours.domain.user;

public sealed interface UserEvent {

    record Renamed(UserId user) implements UserEvent {}
}

package dev.beranda.domain.media;

/// What comes of saying something else about a medium.
public sealed interface Describing {

    record Described(Medium medium) implements Describing {}

    record Unchanged(Medium medium) implements Describing {}

    record NotYours() implements Describing {}

    record Stale() implements Describing {}
}

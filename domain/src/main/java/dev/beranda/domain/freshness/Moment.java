package dev.beranda.domain.freshness;

/// A place in the order of all that a node has heard of. It means nothing to another node, or after a restart.
public record Moment(long number) {}

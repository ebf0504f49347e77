package dev.beranda.domain.tag;

/// Who gets what a tag leaves behind: the posts that have it, its names and its addresses.
public sealed interface Heir {

    record Other(TagId tag) implements Heir {}

    /// Posts lose it, and everything it was called by is free again.
    record Nobody() implements Heir {}
}

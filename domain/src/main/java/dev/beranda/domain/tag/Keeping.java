package dev.beranda.domain.tag;

/// What came of keeping a tag under a name and an address. Where it is not kept, nothing was done.
public sealed interface Keeping {

    record Kept(Tag tag) implements Keeping {}

    /// Another tag has the name, or was merged with one that had it.
    record NameTaken() implements Keeping {}

    /// Another tag has the address, or had it once.
    record SlugTaken() implements Keeping {}
}

package dev.beranda.domain.category;

/// What came of giving a category its place.
public sealed interface Growth {

    record Fits(Category category) implements Growth {}

    /// It would stand within itself.
    record Circle() implements Growth {}

    /// It, or what stands within it, would stand deeper than anybody finds their way.
    record TooDeep() implements Growth {}

    record TooMany() implements Growth {}
}

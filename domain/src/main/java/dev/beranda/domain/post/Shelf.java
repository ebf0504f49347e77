package dev.beranda.domain.post;

import dev.beranda.domain.category.CategoryId;

/// Under which category a post stands.
public sealed interface Shelf {

    record Under(CategoryId category) implements Shelf {}

    record None() implements Shelf {}
}

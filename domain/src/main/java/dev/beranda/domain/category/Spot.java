package dev.beranda.domain.category;

/// Where a category stands.
public sealed interface Spot {

    record Top() implements Spot {}

    record Within(CategoryId parent) implements Spot {}
}

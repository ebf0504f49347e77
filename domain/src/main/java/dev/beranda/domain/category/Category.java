package dev.beranda.domain.category;

import dev.beranda.domain.shared.Slug;
import java.time.Instant;

/// @param version counts the saves
public record Category(CategoryId id, CategoryName name, Slug slug, Spot spot, Instant createdAt, long version) {

    public static Category open(CategoryId id, CategoryName name, Slug slug, Spot spot, Instant now) {
        return new Category(id, name, slug, spot, now, 0);
    }

    public Category as(CategoryName newName, Slug newSlug, Spot newSpot) {
        return new Category(id, newName, newSlug, newSpot, createdAt, version);
    }
}

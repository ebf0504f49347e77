package dev.beranda.application.category;

import dev.beranda.domain.category.CategoryId;
import dev.beranda.domain.category.CategoryName;
import dev.beranda.domain.shared.Slug;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A category by itself.
///
/// @param parent nothing for one at the top
/// @param posts those on it that everybody sees, without those on others within it
public record CategoryView(
        CategoryId id,
        @Nullable CategoryId parent,
        CategoryName name,
        Slug slug,
        long posts,
        Instant createdAt,
        long version) {}

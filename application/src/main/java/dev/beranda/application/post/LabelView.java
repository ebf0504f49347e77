package dev.beranda.application.post;

import dev.beranda.domain.shared.Slug;

/// A tag or a category, as it stands at a post.
public record LabelView(Slug slug, String name) {}

package dev.beranda.application.syndication;

import dev.beranda.domain.shared.Slug;
import java.time.Instant;

/// Where a post is.
///
/// @param changedAt when what is seen there last became different
public record PlaceView(Slug slug, Instant changedAt) {}

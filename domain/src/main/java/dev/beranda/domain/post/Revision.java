package dev.beranda.domain.post;

import java.time.Instant;

/// A post as it was once saved.
///
/// @param number counts from one, for each post
/// @param by who saved it
public record Revision(PostId post, int number, Author by, Story story, Filed filed, Instant savedAt) {}

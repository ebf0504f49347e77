package dev.beranda.application.post;

import dev.beranda.domain.post.Title;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A version of a post that was saved, as lists show it.
///
/// @param by nobody where they wanted to be forgotten
public record RevisionView(
        int number, Title title, @Nullable AuthorView by, Instant savedAt) {}

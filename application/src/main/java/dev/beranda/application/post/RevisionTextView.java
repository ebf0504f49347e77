package dev.beranda.application.post;

import dev.beranda.domain.post.Story;
import org.jspecify.annotations.Nullable;

/// A version of a post that was saved, with all it said.
///
/// @param filing nothing where it was saved before that was kept
public record RevisionTextView(
        RevisionView revision, Story story, @Nullable FilingView filing) {}

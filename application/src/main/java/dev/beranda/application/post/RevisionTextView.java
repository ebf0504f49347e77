package dev.beranda.application.post;

import dev.beranda.domain.post.Story;

/// A version of a post that was saved, with all it said.
public record RevisionTextView(RevisionView revision, Story story) {}

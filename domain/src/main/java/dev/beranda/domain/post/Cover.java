package dev.beranda.domain.post;

import dev.beranda.domain.media.MediaId;

/// The picture at the head of a post.
public sealed interface Cover {

    record Picture(MediaId id) implements Cover {}

    record None() implements Cover {}
}

package dev.beranda.application.post;

import dev.beranda.domain.post.Writer;

/// For whom posts are read out.
public sealed interface Audience {

    /// Sees what is out.
    record Everybody() implements Audience {}

    /// Sees beside it what is theirs to work on.
    record One(Writer writer) implements Audience {}
}

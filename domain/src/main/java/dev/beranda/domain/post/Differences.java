package dev.beranda.domain.post;

import dev.beranda.domain.shared.Markdown;

/// Compares two versions of a text, line by line. It answers in a bounded time whatever they are: what is too much
/// to be compared counts as replaced.
public interface Differences {

    /// @return in the unified format of `diff`; nothing at all where they are the same
    String between(Markdown before, Markdown after);
}

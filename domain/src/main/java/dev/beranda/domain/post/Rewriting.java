package dev.beranda.domain.post;

/// What came of writing a post anew.
public sealed interface Rewriting {

    /// @param inWords whether its text is another, and not only where it is filed
    record Rewritten(Post post, boolean inWords, PostEvent.Edited event) implements Rewriting {}

    record Unchanged(Post post) implements Rewriting {}

    record NotTheirs() implements Rewriting {}

    record InTrash() implements Rewriting {}
}

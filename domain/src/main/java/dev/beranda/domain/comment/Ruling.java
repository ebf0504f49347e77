package dev.beranda.domain.comment;

/// What came of judging a comment.
public sealed interface Ruling {

    record Ruled(Comment comment, CommentEvent event) implements Ruling {}

    /// It stands like this already.
    record Unchanged(Comment comment) implements Ruling {}

    record NotTheirs() implements Ruling {}

    /// There is nothing left to judge.
    record Gone() implements Ruling {}
}

package dev.beranda.domain.comment;

/// What came of deleting a comment.
public sealed interface Removal {

    record Removed(Comment comment, CommentEvent.Deleted event) implements Removal {}

    /// It was gone already.
    record Unchanged() implements Removal {}

    record NotTheirs() implements Removal {}
}

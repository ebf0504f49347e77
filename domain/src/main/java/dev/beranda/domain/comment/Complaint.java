package dev.beranda.domain.comment;

/// What comes of people complaining about a comment.
public sealed interface Complaint {

    /// So many did that somebody is to look at it before more people see it.
    record Heeded(Comment comment, CommentEvent.Withheld event) implements Complaint {}

    record Noted() implements Complaint {}
}

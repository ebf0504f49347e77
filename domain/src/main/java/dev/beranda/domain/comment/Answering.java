package dev.beranda.domain.comment;

/// What a comment answers.
public sealed interface Answering {

    record ThePost() implements Answering {}

    /// Which need not be the one it stands below: too deep down it stands beside it.
    record Another(CommentId comment) implements Answering {}
}

package dev.beranda.domain.comment;

/// How well somebody is known where they say something.
public enum Trust {
    /// Nothing of theirs was shown yet.
    STRANGER,
    /// Something of theirs is shown.
    ACQUAINTANCE,
    /// Those who look after the house, and who wrote the post.
    HOST
}

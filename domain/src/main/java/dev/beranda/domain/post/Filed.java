package dev.beranda.domain.post;

/// How a version of a post was filed.
public sealed interface Filed {

    /// As far as what it was filed under is still there: a tag that is called otherwise by now is that one, one
    /// that was merged is its heir, and what was taken away is left out, as it was with the posts that had it.
    record As(Filing filing) implements Filed {}

    /// It was saved before this was kept.
    record Unknown() implements Filed {}
}

package dev.beranda.domain.comment;

/// Whether a comment is for everybody to read.
public sealed interface Standing {

    /// Nobody but its author and those who judge it sees it, until they do.
    record Held(Concern because) implements Standing {}

    record Published() implements Standing {}

    record Rejected() implements Standing {}

    /// To its author it looks as if it were held: who sends spam learns nothing.
    record Spam() implements Standing {}

    /// For good: its text is gone, and only its place is kept where answers hang below it.
    record Deleted() implements Standing {}
}

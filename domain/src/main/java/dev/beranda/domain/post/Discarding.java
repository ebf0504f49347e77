package dev.beranda.domain.post;

/// What came of deleting a post for good.
public sealed interface Discarding {

    record Discarded(PostEvent.Deleted event) implements Discarding {}

    /// Who wants it may not: it cannot be undone, so it is for those who look after everything.
    record NotTheirs() implements Discarding {}

    /// It is not in the trash, or not for long enough.
    record NotFromHere() implements Discarding {}
}

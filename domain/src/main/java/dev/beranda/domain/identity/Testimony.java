package dev.beranda.domain.identity;

/// What came of asking a provider about somebody.
public sealed interface Testimony {

    record Vouched(Outsider outsider) implements Testimony {}

    /// The provider does not vouch for them, or says it in a way that cannot be believed.
    record Worthless() implements Testimony {}

    /// The provider does not answer, or not so that it could be understood.
    record Unavailable() implements Testimony {}
}

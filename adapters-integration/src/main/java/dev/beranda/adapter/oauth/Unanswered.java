package dev.beranda.adapter.oauth;

/// A provider that is down, slow, or speaks what nobody understands. The words are ours, not the provider's.
final class Unanswered extends Exception {

    private static final long serialVersionUID = 1L;

    Unanswered(String why) {
        super(why);
    }

    Unanswered(String why, Throwable cause) {
        super(why, cause);
    }
}

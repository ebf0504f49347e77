package dev.beranda.adapter.oauth;

/// A provider that answers, but does not vouch for anybody in a way that could be believed. The words are ours, not the
/// provider's.
final class Unbelievable extends Exception {

    private static final long serialVersionUID = 1L;

    Unbelievable(String why) {
        super(why);
    }

    Unbelievable(String why, Throwable cause) {
        super(why, cause);
    }
}

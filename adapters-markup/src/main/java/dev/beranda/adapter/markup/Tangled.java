package dev.beranda.adapter.markup;

/// Ends the setting of a text that has become too much, wherever that is noticed.
final class Tangled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Tangled() {
        super(null, null, false, false);
    }
}

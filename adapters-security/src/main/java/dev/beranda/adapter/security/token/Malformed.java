package dev.beranda.adapter.security.token;

/// Something is not in the form that we write. Never leaves this package, and costs next to nothing: whoever sends
/// rubbish shall not make us walk the stack for it.
final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1;

    Malformed(String what) {
        super(what, null, false, false);
    }
}

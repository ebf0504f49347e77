package dev.beranda.domain.media;

/// Where the bytes lie cannot be reached now, or does not do what it is asked.
public final class ShelvesOutOfReach extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ShelvesOutOfReach(String what, Throwable cause) {
        super(what, cause);
    }
}

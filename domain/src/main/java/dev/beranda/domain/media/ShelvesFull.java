package dev.beranda.domain.media;

/// There is no room for more. Nothing of what was to be put there is.
public final class ShelvesFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ShelvesFull(Throwable cause) {
        super("no room is left for media", cause);
    }
}

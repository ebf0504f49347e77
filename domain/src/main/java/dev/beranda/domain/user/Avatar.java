package dev.beranda.domain.user;

/// Under which name the picture somebody shows of themselves is found; may be empty. Every picture has a name of its
/// own, so what is found under one never changes.
public record Avatar(String value) {

    public static final Avatar NONE = new Avatar("");

    public boolean isNone() {
        return value.isEmpty();
    }

    @Override
    public String toString() {
        return value;
    }
}

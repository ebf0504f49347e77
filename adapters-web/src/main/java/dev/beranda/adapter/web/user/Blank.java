package dev.beranda.adapter.web.user;

import org.jspecify.annotations.Nullable;

/// What nobody filled in is absent on the wire, never an empty string.
public final class Blank {

    private Blank() {}

    public static @Nullable String asNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

package dev.beranda.adapter.web.input;

import org.jspecify.annotations.Nullable;

/// One field of a request after it was read; its value may be asked for once [Fields#refuseIfFlawed] has passed.
public final class Field<T> {

    private final @Nullable T value;

    Field(@Nullable T value) {
        this.value = value;
    }

    public T value() {
        if (value == null) {
            throw new IllegalStateException("asked for the value of a field that is missing or flawed");
        }
        return value;
    }

    public @Nullable T orNull() {
        return value;
    }

    public boolean isPresent() {
        return value != null;
    }
}

package dev.beranda.domain.media;

import java.util.UUID;

public record MediaId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

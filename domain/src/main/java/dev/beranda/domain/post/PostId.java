package dev.beranda.domain.post;

import java.util.UUID;

public record PostId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

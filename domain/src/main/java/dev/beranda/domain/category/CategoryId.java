package dev.beranda.domain.category;

import java.util.UUID;

public record CategoryId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

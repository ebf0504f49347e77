package dev.beranda.domain.tag;

import java.util.UUID;

public record TagId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

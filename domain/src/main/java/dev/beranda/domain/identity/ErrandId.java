package dev.beranda.domain.identity;

import java.util.UUID;

/// Names one errand.
public record ErrandId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

package dev.beranda.domain.identity;

import java.util.UUID;

/// Names one identity of one person.
public record IdentityId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

package dev.beranda.domain.factor;

import java.util.UUID;

public record ChallengeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

package dev.beranda.counterexample.impatience.domain.user;

import java.util.UUID;

public record MakesUpAnId(UUID id) {

    public static MakesUpAnId fresh() {
        return new MakesUpAnId(UUID.randomUUID());
    }
}

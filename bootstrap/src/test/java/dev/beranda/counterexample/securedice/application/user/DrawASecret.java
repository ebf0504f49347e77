package dev.beranda.counterexample.securedice.application.user;

import java.security.SecureRandom;

public final class DrawASecret {

    private final SecureRandom chance;

    public DrawASecret(SecureRandom chance) {
        this.chance = chance;
    }

    public int draw() {
        return chance.nextInt();
    }
}

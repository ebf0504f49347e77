package dev.beranda.counterexample.impatience.application.user;

public final class DrawALot {

    public double draw() {
        return Math.random();
    }
}

package dev.beranda.counterexample.impatience.application.user;

public final class CountMillis {

    public long count() {
        return System.currentTimeMillis();
    }
}

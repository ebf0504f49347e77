package dev.beranda.counterexample.changingdomain.domain.user;

public final class ChangesItsMind {

    private int mind;

    public int change() {
        return ++mind;
    }
}

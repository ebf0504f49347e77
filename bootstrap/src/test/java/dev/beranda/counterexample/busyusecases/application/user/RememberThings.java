package dev.beranda.counterexample.busyusecases.application.user;

public final class RememberThings {

    private int calls;

    public int remember() {
        return ++calls;
    }
}

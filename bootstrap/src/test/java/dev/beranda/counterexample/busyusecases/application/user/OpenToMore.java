package dev.beranda.counterexample.busyusecases.application.user;

public class OpenToMore {

    public boolean more() {
        return true;
    }
}

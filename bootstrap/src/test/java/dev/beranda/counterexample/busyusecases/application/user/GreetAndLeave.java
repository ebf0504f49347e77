package dev.beranda.counterexample.busyusecases.application.user;

public final class GreetAndLeave {

    public boolean greet() {
        return true;
    }

    public boolean leave() {
        return true;
    }
}

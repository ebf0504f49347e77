package dev.beranda.counterexample.backdoor.domain.session;

public final class Reception {

    public void receive() {
        // Somebody is in.
    }
}

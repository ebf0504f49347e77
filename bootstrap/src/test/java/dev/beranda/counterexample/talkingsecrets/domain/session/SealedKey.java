package dev.beranda.counterexample.talkingsecrets.domain.session;

public final class SealedKey {

    public String reveal() {
        return "secret";
    }

    @Override
    public String toString() {
        return reveal();
    }
}

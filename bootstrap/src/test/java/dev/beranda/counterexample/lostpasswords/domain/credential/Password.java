package dev.beranda.counterexample.lostpasswords.domain.credential;

public final class Password {

    public String reveal() {
        return "secret";
    }
}

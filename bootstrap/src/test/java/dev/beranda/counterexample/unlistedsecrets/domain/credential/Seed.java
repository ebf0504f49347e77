package dev.beranda.counterexample.unlistedsecrets.domain.credential;

public final class Seed {

    public String reveal() {
        return "secret";
    }
}

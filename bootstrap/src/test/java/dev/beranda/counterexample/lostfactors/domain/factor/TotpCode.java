package dev.beranda.counterexample.lostfactors.domain.factor;

public final class TotpCode {

    public String reveal() {
        return "secret";
    }
}

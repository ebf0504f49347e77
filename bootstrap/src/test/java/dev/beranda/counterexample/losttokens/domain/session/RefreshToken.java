package dev.beranda.counterexample.losttokens.domain.session;

public final class RefreshToken {

    public String reveal() {
        return "secret";
    }
}

package dev.beranda.counterexample.lostcodes.domain.identity;

public final class VoucherCode {

    public String reveal() {
        return "secret";
    }
}

package dev.beranda.domain.identity;

/// With which somebody comes in once who was vouched for. Without a text form, like every secret.
public final class VoucherCode {

    private final String text;

    public VoucherCode(String text) {
        this.text = text;
    }

    public String reveal() {
        return text;
    }
}

package dev.beranda.domain.session;

/// Lets its bearer act for a short while. Without a text form, like every secret.
public final class AccessToken {

    private final String text;

    public AccessToken(String text) {
        this.text = text;
    }

    public String reveal() {
        return text;
    }
}

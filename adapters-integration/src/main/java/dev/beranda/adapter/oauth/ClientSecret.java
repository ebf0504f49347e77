package dev.beranda.adapter.oauth;

/// By which a provider knows this installation. Without a text form, like every secret.
public final class ClientSecret {

    private final String text;

    public ClientSecret(String text) {
        this.text = text;
    }

    String reveal() {
        return text;
    }
}

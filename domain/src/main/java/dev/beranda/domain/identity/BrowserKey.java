package dev.beranda.domain.identity;

/// By which a browser is known again that was sent out. Without a text form, like every secret.
public final class BrowserKey {

    private final String text;

    public BrowserKey(String text) {
        this.text = text;
    }

    public String reveal() {
        return text;
    }
}

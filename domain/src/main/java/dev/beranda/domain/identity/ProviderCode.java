package dev.beranda.domain.identity;

/// What a provider gives a browser, so that we can ask about whoever sits before it. Without a text form, like every
/// secret.
public final class ProviderCode {

    private final String text;

    public ProviderCode(String text) {
        this.text = text;
    }

    public String reveal() {
        return text;
    }
}

package dev.beranda.domain.identity;

/// An errand, sealed for the way: the `state` that a provider is given and gives back. Without a text form, like every
/// secret.
public final class ErrandToken {

    private final String text;

    public ErrandToken(String text) {
        this.text = text;
    }

    public String reveal() {
        return text;
    }
}

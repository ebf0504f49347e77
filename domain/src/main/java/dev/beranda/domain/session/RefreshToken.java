package dev.beranda.domain.session;

/// Opens the next generation of a session. Without a text form: it is as good as a password while it lasts.
public final class RefreshToken {

    private final String text;

    public RefreshToken(String text) {
        this.text = text;
    }

    public String reveal() {
        return text;
    }
}

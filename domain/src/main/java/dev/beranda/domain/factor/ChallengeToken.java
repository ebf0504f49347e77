package dev.beranda.domain.factor;

/// Stands for somebody who has proven one factor and owes another. Without a text form, like every secret.
public final class ChallengeToken {

    private final String text;

    public ChallengeToken(String text) {
        this.text = text;
    }

    public String reveal() {
        return text;
    }
}

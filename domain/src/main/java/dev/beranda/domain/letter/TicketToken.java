package dev.beranda.domain.letter;

/// As long as it lasts, the ticket itself: what stands in a link. Without a text form, like every secret.
public final class TicketToken {

    private final String text;

    public TicketToken(String text) {
        this.text = text;
    }

    public String reveal() {
        return text;
    }
}

package dev.beranda.adapter.email;

/// Where a letter leads. Most links open something, so like every secret they have no text form.
final class Link {

    private final String text;

    Link(String text) {
        this.text = text;
    }

    String reveal() {
        return text;
    }
}

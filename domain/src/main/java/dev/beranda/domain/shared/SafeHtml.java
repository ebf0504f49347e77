package dev.beranda.domain.shared;

/// HTML that can do nothing in a page but be read. Only the [Typesetter] makes it, and the database gives back what
/// it made; to anybody else it is a thing to pass on.
public record SafeHtml(String value) {

    @Override
    public String toString() {
        return value;
    }
}

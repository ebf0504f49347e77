package dev.beranda.domain.shared;

/// A heading of an article, for its table of contents.
///
/// @param level from 1, the highest, to 6
/// @param anchor the part of an address after `#` that leads there
public record Heading(int level, String anchor, String text) {

    public Heading {
        if (level < 1 || level > 6 || anchor.isEmpty()) {
            throw new IllegalArgumentException("not a heading");
        }
    }
}

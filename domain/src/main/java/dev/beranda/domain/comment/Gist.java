package dev.beranda.domain.comment;

import dev.beranda.domain.shared.Prose;
import java.util.Locale;

/// What is left of a text when capitals, punctuation and space are taken away, so that what was sent again and again
/// in another dress is known again.
public record Gist(String value) {

    /// Shorter ones, as thanks, many people say without having learnt them from each other.
    private static final int TELLING = 40;

    public static Gist of(Prose prose) {
        return new Gist(prose.value().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", ""));
    }

    public boolean isTelling() {
        return value.length() >= TELLING;
    }
}

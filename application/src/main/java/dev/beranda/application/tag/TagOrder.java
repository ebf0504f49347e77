package dev.beranda.application.tag;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import java.util.Arrays;
import java.util.Locale;

/// What tags are listed by.
public record TagOrder(Key by, boolean descending) {

    public static final TagOrder BY_NAME = new TagOrder(Key.NAME, false);

    public enum Key {
        NAME,
        POSTS
    }

    /// @param raw the name of a key, behind a `-` for the other way round
    public static Parsed<TagOrder> parse(String raw) {
        boolean descending = raw.startsWith("-");
        String word = descending ? raw.substring(1) : raw;
        return Arrays.stream(Key.values())
                .filter(key -> key.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .map(key -> Parsed.of(new TagOrder(key, descending)))
                .orElseGet(() -> Parsed.flawed(new Flaw("invalid_sort")));
    }
}

package dev.beranda.application.post;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import java.util.Arrays;
import java.util.Locale;

/// What posts are listed by.
public record PostOrder(Key by, boolean descending) {

    public static final PostOrder NEWEST_FIRST = new PostOrder(Key.PUBLISHED_AT, true);
    public static final PostOrder BEST_FIRST = new PostOrder(Key.RELEVANCE, true);
    public static final PostOrder LAST_TOUCHED_FIRST = new PostOrder(Key.UPDATED_AT, true);

    public enum Key {
        PUBLISHED_AT,
        UPDATED_AT,
        TITLE,
        COMMENTS,
        LIKES,

        /// Of what was searched for.
        RELEVANCE
    }

    /// @param raw the name of a key, behind a `-` for the other way round; what fits best always comes first
    public static Parsed<PostOrder> parse(String raw) {
        boolean descending = raw.startsWith("-");
        String word = descending ? raw.substring(1) : raw;
        return Arrays.stream(Key.values())
                .filter(key -> key.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .map(key -> Parsed.of(new PostOrder(key, descending || key == Key.RELEVANCE)))
                .orElseGet(() -> Parsed.flawed(new Flaw("invalid_sort")));
    }
}

package dev.beranda.application.post;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import java.util.Arrays;
import java.util.Locale;

/// How far a post has come, as it is told: at the moment somebody asks.
public enum PostStatus {
    DRAFT,
    SCHEDULED,
    PUBLISHED,
    UNPUBLISHED,
    TRASHED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PostStatus ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public static Parsed<PostStatus> parse(String raw) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(raw))
                .findFirst()
                .map(Parsed::of)
                .orElseGet(() -> Parsed.flawed(new Flaw("status_unknown")));
    }
}

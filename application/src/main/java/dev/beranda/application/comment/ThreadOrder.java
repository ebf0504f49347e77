package dev.beranda.application.comment;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import java.util.Arrays;
import java.util.Locale;

/// In which order threads are read; within one, answers always follow what they answer.
public enum ThreadOrder {
    OLDEST,
    NEWEST;

    public static Parsed<ThreadOrder> parse(String raw) {
        return Arrays.stream(values())
                .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(raw))
                .findFirst()
                .map(Parsed::of)
                .orElseGet(() -> Parsed.flawed(new Flaw("invalid_sort")));
    }
}

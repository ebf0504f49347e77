package dev.beranda.application.comment;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import java.util.Arrays;

/// In which order comments are judged.
public enum CaseOrder {
    OLDEST("created_at"),
    NEWEST("-created_at"),
    /// Only those somebody complains about.
    LAST_REPORTED("-reported_at");

    private final String word;

    CaseOrder(String word) {
        this.word = word;
    }

    public static Parsed<CaseOrder> parse(String raw) {
        return Arrays.stream(values())
                .filter(order -> order.word.equals(raw))
                .findFirst()
                .map(Parsed::of)
                .orElseGet(() -> Parsed.flawed(new Flaw("invalid_sort")));
    }
}

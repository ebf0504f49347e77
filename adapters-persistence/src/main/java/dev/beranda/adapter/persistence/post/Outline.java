package dev.beranda.adapter.persistence.post;

import dev.beranda.domain.shared.Heading;
import java.util.Arrays;
import java.util.List;

/// Headings as they are kept: level, anchor and text of each, with a space between.
final class Outline {

    private Outline() {}

    static String[] stored(List<Heading> headings) {
        return headings.stream()
                .map(heading -> heading.level() + " " + heading.anchor() + " " + heading.text())
                .toArray(String[]::new);
    }

    static List<Heading> read(String[] stored) {
        return Arrays.stream(stored).map(Outline::heading).toList();
    }

    private static Heading heading(String stored) {
        String[] parts = stored.split(" ", 3);
        return new Heading(Integer.parseInt(parts[0]), parts[1], parts[2]);
    }
}

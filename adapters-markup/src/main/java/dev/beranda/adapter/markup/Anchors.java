package dev.beranda.adapter.markup;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Gives the headings of one text their anchors, each its own. All begin with a word that no script looks for: a name
/// alone could stand in the way of a variable of the page.
final class Anchors {

    private static final String PREFIX = "section-";
    private static final int LONGEST = 100;

    private final Set<String> given = new HashSet<>();
    private final Map<String, Integer> next = new HashMap<>();

    String of(String heading) {
        String words = words(heading);
        String anchor = PREFIX + (words.isEmpty() ? "1" : words);
        String free = anchor;
        while (!given.add(free)) {
            free = anchor + '-' + next.merge(anchor, 1, Integer::sum);
        }
        return free;
    }

    /// Where a link within the text goes, as its writer would call it: by the words of the heading.
    static String target(String fragment) {
        String name = decoded(fragment);
        return name.isEmpty() || Sieve.isOurs(name) ? name : PREFIX + words(name);
    }

    private static String decoded(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return fragment;
        }
    }

    /// Letters of all scripts stay, as they do elsewhere where headings are linked to.
    private static String words(String text) {
        String start = text.length() > LONGEST ? text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) : text;
        return start.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}_\\s-]", "")
                .replaceAll("[\\s-]+", "-")
                .replaceAll("^-|-$", "");
    }
}

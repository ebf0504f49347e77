package dev.beranda.domain.shared;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The name of a thing in its address: small letters and digits, in words joined by hyphens. Never one that could be
/// taken for an id.
public record Slug(String value) {

    public static final int LONGEST = 80;
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}");

    private static final int SHORTEST_ID = 32;

    /// Words that stand, or may come to stand, at the same place of an address with another meaning.
    private static final Set<String> RESERVED =
            Set.of("drafts", "edit", "facets", "me", "new", "null", "search", "trash", "undefined");

    public Slug {
        if (!hasShape(value)) {
            throw new IllegalArgumentException("not a slug");
        }
    }

    public static Parsed<Slug> parse(String raw) {
        String text = raw.length() > 2 * LONGEST ? "" : raw.strip().toLowerCase(Locale.ROOT);
        if (!hasShape(text)) {
            return Parsed.flawed(new Flaw("slug_invalid", LONGEST));
        }
        return RESERVED.contains(text) ? Parsed.flawed(new Flaw("slug_reserved")) : Parsed.of(new Slug(text));
    }

    /// Of a title or name in plain letters (see [Transliteration]), cut between words where it is too long.
    ///
    /// @param otherwise for what has no letter or digit in it
    public static Slug of(String plainLetters, Slug otherwise) {
        String start = plainLetters.length() > 8 * LONGEST ? plainLetters.substring(0, 8 * LONGEST) : plainLetters;
        String words = cut(
                trimmed(start.toLowerCase(Locale.ROOT).replaceAll("['’`]", "").replaceAll("[^a-z0-9]+", "-")), LONGEST);
        if (words.isEmpty()) {
            return otherwise;
        }
        return RESERVED.contains(words) || ID.matcher(words).matches() ? numbered(words, 1) : new Slug(words);
    }

    /// Another one near it, for where this one is taken.
    public Slug numbered(int number) {
        return numbered(value, number);
    }

    private static Slug numbered(String words, int number) {
        String tail = "-" + number;
        return new Slug(cut(words, LONGEST - tail.length()) + tail);
    }

    private static String cut(String words, int longest) {
        if (words.length() <= longest) {
            return words;
        }
        int end = words.charAt(longest) == '-' ? longest : words.lastIndexOf('-', longest);
        return trimmed(words.substring(0, end > longest / 2 ? end : longest));
    }

    private static String trimmed(String words) {
        return words.replaceAll("^-+|-+$", "");
    }

    private static boolean hasShape(String text) {
        return text.length() <= LONGEST && isWords(text) && !isId(text);
    }

    /// Letter by letter, for every post of every list has some.
    private static boolean isWords(String text) {
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '-' ? !inWord : !isPlain(sign)) {
                return false;
            }
            inWord = sign != '-';
        }
        return inWord;
    }

    private static boolean isPlain(char sign) {
        return sign >= 'a' && sign <= 'z' || sign >= '0' && sign <= '9';
    }

    private static boolean isId(String text) {
        return text.length() >= SHORTEST_ID && ID.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}

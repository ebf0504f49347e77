package dev.beranda.domain.tag;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.shared.PlainText;
import dev.beranda.domain.shared.Slug;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;

/// How a tag is written, in any language.
public record TagName(String value) {

    public static final int LONGEST = 50;

    public TagName {
        if (!isFit(value)) {
            throw new IllegalArgumentException("not a name of a tag");
        }
    }

    public static Parsed<TagName> parse(String raw) {
        String text = raw.length() > 8 * LONGEST ? "" : PlainText.tidied(raw);
        return isFit(text) ? Parsed.of(new TagName(text)) : Parsed.flawed(new Flaw("tag_name_invalid", LONGEST));
    }

    /// What must be unique: `Java` and `java` are one tag.
    public String key() {
        return keyOf(value);
    }

    /// @param text a name, or a part of one
    public static String keyOf(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /// With the signs put in words that tell C, C++ and C# apart.
    String spoken() {
        return value.replace("+", " plus ").replace("#", " sharp ").replace("&", " and ");
    }

    /// For what has no letters at all.
    Slug codePoints() {
        return Slug.of(
                value.codePoints().limit(8).mapToObj(Integer::toHexString).collect(Collectors.joining("-", "u-", "")),
                new Slug("u"));
    }

    private static boolean isFit(String text) {
        return !text.isBlank() && PlainText.isOneLine(text, LONGEST);
    }

    @Override
    public String toString() {
        return value;
    }
}

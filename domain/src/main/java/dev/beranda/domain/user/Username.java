package dev.beranda.domain.user;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The name in a person's address (`/users/ayu`). Kept as it was typed, one person per [#key] whatever the case.
/// Plain ASCII on purpose: nobody can be imitated with a letter that only looks the same.
public record Username(String value) {

    public static final int SHORTEST = 3;
    public static final int LONGEST = 64;
    private static final int LONGEST_SUGGESTION = 30;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?");

    /// Words that are, or may become, part of an address or speak for the house itself.
    private static final Set<String> RESERVED = Set.of(
            "about",
            "account",
            "admin",
            "administrator",
            "anonymous",
            "api",
            "auth",
            "beranda",
            "contact",
            "docs",
            "editor",
            "everyone",
            "feed",
            "health",
            "help",
            "info",
            "login",
            "logout",
            "mail",
            "me",
            "media",
            "moderator",
            "null",
            "official",
            "postmaster",
            "register",
            "robots.txt",
            "root",
            "security",
            "settings",
            "sitemap.xml",
            "staff",
            "static",
            "support",
            "system",
            "undefined",
            "webmaster",
            "well-known",
            "www");

    public Username {
        if (!hasShape(value)) {
            throw new IllegalArgumentException("not a user name");
        }
    }

    public static Parsed<Username> parse(String raw) {
        if (raw.length() > 4 * LONGEST) {
            return Parsed.flawed(new Flaw("username_invalid", SHORTEST, LONGEST));
        }
        String text = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
        if (!hasShape(text)) {
            return Parsed.flawed(new Flaw("username_invalid", SHORTEST, LONGEST));
        }
        if (RESERVED.contains(text.toLowerCase(Locale.ROOT))) {
            return Parsed.flawed(new Flaw("username_reserved"));
        }
        return Parsed.of(new Username(text));
    }

    /// The name of somebody who chose none: says nothing about them and cannot be taken by anybody else.
    public static Username provisional(UserId id) {
        String hex = id.toString().replace("-", "");
        return new Username("user-" + hex.substring(hex.length() - 12));
    }

    /// Names for somebody who is called these words elsewhere and was not asked yet, the nicest first; the last is
    /// taken by nobody. An address makes no name, for names are shown to everybody.
    public static List<Username> suggestions(List<String> words, UserId id) {
        var provisional = provisional(id);
        String tail = provisional.value().substring(provisional.value().length() - 4);
        return Stream.concat(
                        words.stream()
                                .filter(word -> word.indexOf('@') < 0)
                                .map(Username::plain)
                                .flatMap(word -> Stream.of(word, word + "-" + tail))
                                .map(Username::parse)
                                .flatMap(parsed -> parsed instanceof Parsed.Valid<Username>(var name)
                                        ? Stream.of(name)
                                        : Stream.empty()),
                        Stream.of(provisional))
                .distinct()
                .toList();
    }

    /// What of a word may stand in a name; letters that only carry an accent lose it.
    private static String plain(String word) {
        String start = word.length() > LONGEST ? word.substring(0, LONGEST) : word;
        String bare = trimmed(Normalizer.normalize(start, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-"));
        return bare.length() > LONGEST_SUGGESTION ? trimmed(bare.substring(0, LONGEST_SUGGESTION)) : bare;
    }

    private static String trimmed(String name) {
        return name.replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
    }

    /// What must be unique.
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    private static boolean hasShape(String text) {
        return text.length() >= SHORTEST
                && text.length() <= LONGEST
                && SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}

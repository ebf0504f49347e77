package dev.beranda.adapter.security.password;

import java.util.List;

/// Letters written as signs that look like them, `@` for `a`. zxcvbn tries every combination of what each sign might
/// stand for, which takes seconds for a password made of nothing else.
final class Disguises {

    private static final List<String> OF_ONE_LETTER =
            List.of("4@", "8", "({[<", "3", "69", "1!|", "1|7", "0", "$5", "+7", "%", "2");

    /// Digits alone never come to more.
    private static final int MOST_READINGS = 4;

    private static final String SIGNS = "@({[<!|$+%";

    private static final int PRIVATE_USE = 0xE000;

    private Disguises() {}

    /// The text as it is, or with signs in it that stand for nothing when it could be read in too many ways.
    static String limit(String text) {
        if (readings(text) <= MOST_READINGS) {
            return text;
        }
        StringBuilder bare = new StringBuilder(text.length());
        text.chars()
                .map(sign -> SIGNS.indexOf(sign) < 0 ? sign : PRIVATE_USE + sign)
                .forEach(sign -> bare.append((char) sign));
        return bare.toString();
    }

    private static long readings(String text) {
        return OF_ONE_LETTER.stream()
                .mapToLong(signs ->
                        signs.chars().filter(sign -> text.indexOf(sign) >= 0).count())
                .filter(present -> present > 0)
                .reduce(1, (all, present) -> all * present);
    }
}

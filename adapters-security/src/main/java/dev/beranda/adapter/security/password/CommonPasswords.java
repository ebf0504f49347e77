package dev.beranda.adapter.security.password;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is tried first: the words of the lists and of the site, in any case, with letters written as signs, with a few
/// digits or signs around them, and any of these again and again.
final class CommonPasswords {

    /// Nobody's list goes further, and a long row of the same is tedious enough to guess.
    private static final int LONGEST = 40;

    private static final int MOST_ORNAMENTS = 4;

    private static final String SIGNS = "48@3691!|0$5+7%2";
    private static final String AS_I = "abaeggiiiossttxz";
    private static final String AS_L = "abaegglliossttxz";

    private final Set<String> siteWords;
    private final Supplier<Set<String>> lists;

    CommonPasswords(List<String> siteWords, Supplier<Set<String>> lists) {
        this.siteWords =
                siteWords.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        this.lists = lists;
    }

    boolean contains(String password) {
        String text = password.toLowerCase(Locale.ROOT);
        if (text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        return isRow(text) || isWordOfTheLists(text) || isWordOfTheSite(text);
    }

    /// One character only. Of others than the usual nobody tries rows.
    private static boolean isRow(String text) {
        return text.charAt(0) < 128 && text.chars().allMatch(letter -> letter == text.charAt(0));
    }

    private boolean isWordOfTheLists(String text) {
        return cores(text)
                .flatMap(CommonPasswords::spellings)
                .anyMatch(core -> isOnceOrAgainAndAgain(core, lists.get()::contains));
    }

    /// Whatever digits and signs are put around it.
    private boolean isWordOfTheSite(String text) {
        return Stream.of(text, bare(text))
                .flatMap(CommonPasswords::spellings)
                .anyMatch(core -> isOnceOrAgainAndAgain(core, siteWords::contains));
    }

    private Stream<String> cores(String text) {
        Stream<String> stripped = IntStream.rangeClosed(0, Math.min(ornaments(text), MOST_ORNAMENTS))
                .boxed()
                .flatMap(leading -> IntStream.rangeClosed(0, MOST_ORNAMENTS - leading)
                        .filter(trailing -> leading + trailing < text.length())
                        .filter(trailing ->
                                text.substring(text.length() - trailing).chars().allMatch(CommonPasswords::isOrnament))
                        .mapToObj(trailing -> text.substring(leading, text.length() - trailing)));
        return Stream.concat(stripped, withoutKnownNumber(text));
    }

    private static int ornaments(String text) {
        return (int) text.chars().takeWhile(CommonPasswords::isOrnament).count();
    }

    private static boolean isOrnament(int letter) {
        return !Character.isLetter(letter) && letter < 128;
    }

    private Stream<String> withoutKnownNumber(String text) {
        String word = text.replaceFirst("[0-9]+$", "");
        boolean known = lists.get().contains(text.substring(word.length()));
        return known && !word.isEmpty() ? Stream.of(word) : Stream.empty();
    }

    private static String bare(String text) {
        return text.replaceAll("^[\\p{ASCII}&&\\P{Alpha}]+|[\\p{ASCII}&&\\P{Alpha}]+$", "");
    }

    private static Stream<String> spellings(String core) {
        return Stream.of(core, undisguised(core, AS_I), undisguised(core, AS_L));
    }

    private static String undisguised(String core, String letters) {
        StringBuilder plain = new StringBuilder(core.length());
        core.chars()
                .map(sign -> SIGNS.indexOf(sign) < 0 ? sign : letters.charAt(SIGNS.indexOf(sign)))
                .forEach(letter -> plain.append((char) letter));
        return plain.toString();
    }

    private static boolean isOnceOrAgainAndAgain(String text, Predicate<String> known) {
        return IntStream.rangeClosed(1, text.length())
                .filter(length -> text.length() % length == 0)
                .mapToObj(length -> text.substring(0, length))
                .anyMatch(unit -> known.test(unit)
                        && unit.repeat(text.length() / unit.length()).equals(text));
    }
}

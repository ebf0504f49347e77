package dev.beranda.adapter.security.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import dev.beranda.domain.credential.Password;
import dev.beranda.domain.credential.PasswordStrength;
import dev.beranda.domain.credential.StrengthEstimate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Guesses as zxcvbn does, by dictionaries, keyboards, dates and repetitions, in bounded time.
public final class ZxcvbnPasswordStrength implements PasswordStrength {

    /// Every word of advice there is.
    public static final List<String> ADVICE = Advice.ALL;

    /// More than this takes zxcvbn time and tells it nothing: a password is weak within these characters or not at all.
    private static final int LONGEST_LOOKED_AT = 64;

    /// Fewer tries than a careless guesser makes by hand.
    private static final int GUESSES_AT_ONCE = 500;

    private final List<String> siteWords;
    private final CommonPasswords common;

    /// @param siteWords what everybody tries here: the name of the site and the like
    public ZxcvbnPasswordStrength(List<String> siteWords) {
        this.siteWords =
                siteWords.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        this.common = new CommonPasswords(this.siteWords, () -> Lexicon.COMMON);
    }

    @Override
    public StrengthEstimate estimate(Password password, List<String> personal) {
        String text = password.reveal();
        String looked = cut(text);
        Strength strength = Lexicon.ZXCVBN.measure(Disguises.limit(looked), guessedFirst(personal));
        boolean isCommon = common.contains(text)
                || (looked.equals(text) && !text.isEmpty() && strength.getGuesses() < GUESSES_AT_ONCE);
        return new StrengthEstimate(isCommon ? 0 : strength.getScore(), isCommon, Advice.from(strength, isCommon));
    }

    private List<String> guessedFirst(List<String> personal) {
        return Stream.concat(siteWords.stream(), personal.stream().map(word -> word.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_LOOKED_AT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_LOOKED_AT - 1))
                ? LONGEST_LOOKED_AT - 1
                : LONGEST_LOOKED_AT;
        return text.substring(0, end);
    }

    /// Read when the first password is judged, and kept: about 11 MiB.
    private static final class Lexicon {

        private static final Zxcvbn ZXCVBN;
        private static final Set<String> COMMON;

        static {
            try {
                List<Dictionary> dictionaries = StandardDictionaries.loadAllDictionaries();
                ZXCVBN = new ZxcvbnBuilder()
                        .dictionaries(dictionaries)
                        .keyboards(StandardKeyboards.loadAllKeyboards())
                        .build();
                COMMON = dictionaries.stream()
                        .filter(dictionary -> dictionary.getName().equals(StandardDictionaries.PASSWORDS))
                        .findAny()
                        .orElseThrow()
                        .getRankedDictionary()
                        .keySet();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

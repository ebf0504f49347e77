package dev.beranda.domain.factor;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One of the codes that people keep on paper for when the phone is gone: 80 random bits in Base32, in four groups.
/// Good once. Without a text form, like every secret.
public final class RecoveryCode {

    /// How many somebody gets at once.
    public static final int SET = 10;

    private static final Pattern SIXTEEN_CHARACTERS = Pattern.compile("[a-z2-7]{16}");
    private static final Pattern GROUP = Pattern.compile("(?<=\\G.{4})(?=.)");

    private final String characters;

    /// @param characters without anything between the groups
    public RecoveryCode(String characters) {
        if (!isWellFormed(characters)) {
            throw new IllegalArgumentException("not a recovery code");
        }
        this.characters = characters;
    }

    public static List<RecoveryCode> drawSet(RecoveryMint mint) {
        return Stream.generate(mint::draw).limit(SET).toList();
    }

    static boolean isWellFormed(String text) {
        return SIXTEEN_CHARACTERS.matcher(text).matches();
    }

    /// In groups, for people to read.
    public String reveal() {
        return GROUP.matcher(characters).replaceAll("-");
    }
}

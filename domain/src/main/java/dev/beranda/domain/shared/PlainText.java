package dev.beranda.domain.shared;

import java.text.Normalizer;
import java.util.function.IntPredicate;

/// Text of a person's own, in any language and script, without anything invisible that could disguise it.
public final class PlainText {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private PlainText() {}

    public static String tidied(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFC).strip();
    }

    public static boolean isOneLine(String text, int longest) {
        return fits(text, longest, PlainText::isVisible);
    }

    public static boolean isLines(String text, int longest) {
        return fits(text, longest, codePoint -> codePoint == '\n' || isVisible(codePoint));
    }

    private static boolean fits(String text, int longest, IntPredicate allowed) {
        return text.codePointCount(0, text.length()) <= longest && consistsOf(text, allowed);
    }

    /// Without a stream, for whole articles are looked at whenever they are read.
    static boolean consistsOf(String text, IntPredicate allowed) {
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (!allowed.test(codePoint)) {
                return false;
            }
            at += Character.charCount(codePoint);
        }
        return true;
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> joinsLetters(codePoint);
            default -> true;
        };
    }

    /// Some scripts and emoji need the two joiners; the other format characters only hide or turn text around.
    private static boolean joinsLetters(int codePoint) {
        return codePoint == ZERO_WIDTH_NON_JOINER || codePoint == ZERO_WIDTH_JOINER;
    }
}

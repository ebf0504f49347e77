package dev.beranda.domain.shared;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.Locale;

/// What is left of an article when all marks are taken away: words to be read, searched and counted.
public record Prose(String value) {

    private static final int WORDS_A_MINUTE = 230;
    private static final String MORE = "…";

    public boolean isEmpty() {
        return value.isBlank();
    }

    /// Where a script puts no space between words, as many as its letters usually make: two to a word in Chinese and
    /// Japanese, four in Thai, Lao, Khmer and Burmese.
    public int words() {
        int quarters = 0;
        boolean inside = false;
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            int codePoint = value.codePointAt(i);
            int weight = weight(codePoint);
            boolean spaced = weight == 0 && isOfAWord(codePoint, inside);
            quarters += spaced && !inside ? 4 : weight;
            inside = spaced;
        }
        return (quarters + 3) / 4;
    }

    /// How long somebody reads, one at least.
    public int readingMinutes() {
        return Math.max(1, (words() + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE);
    }

    /// The first words on one line, no longer than this; an ellipsis says that there is more.
    public String opening(int longest) {
        String line = value.strip().replaceAll("\\s+", " ");
        if (line.length() <= longest) {
            return line;
        }
        String start = line.substring(0, lastWhole(line, longest - MORE.length()));
        int space = line.charAt(start.length()) == ' ' ? start.length() : start.lastIndexOf(' ');
        return (space > longest / 2 ? start.substring(0, space) : start).strip() + MORE;
    }

    /// Nothing that is seen as one character is cut in two, be it of many.
    private static int lastWhole(String line, int at) {
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(line);
        return characters.isBoundary(at) ? at : Math.max(0, characters.preceding(at));
    }

    private static int weight(int codePoint) {
        if (!Character.isLetter(codePoint)) {
            return 0;
        }
        return switch (UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA -> 2;
            case THAI, LAO, KHMER, MYANMAR -> 1;
            default -> 0;
        };
    }

    private static boolean isOfAWord(int codePoint, boolean inside) {
        return Character.isLetterOrDigit(codePoint) || inside && (joins(codePoint) || isMark(codePoint));
    }

    private static boolean joins(int codePoint) {
        return codePoint == '\'' || codePoint == '’' || codePoint == '-' || codePoint == '_';
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    @Override
    public String toString() {
        return value;
    }
}

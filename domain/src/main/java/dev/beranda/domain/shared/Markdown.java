package dev.beranda.domain.shared;

/// Text as its writer typed it, with the marks of Markdown. Line ends are ours; all else stays, so that a writer gets
/// back what they gave.
public record Markdown(String value) {

    /// What a text is written for, and so how much of it there may be.
    public enum Kind {
        /// What a publication is made of. A draft may be empty.
        ARTICLE(200_000),
        /// What somebody says to it. Who says nothing makes no remark.
        REMARK(10_000);

        private final int longest;

        Kind(int longest) {
            this.longest = longest;
        }

        /// In characters as Unicode counts them.
        public int longest() {
            return longest;
        }
    }

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    public Markdown {
        if (!fits(value, Kind.ARTICLE) || !isReadable(value)) {
            throw new IllegalArgumentException("not fit for Markdown");
        }
    }

    public static Parsed<Markdown> parse(String raw, Kind kind) {
        if (raw.length() > 4 * kind.longest) {
            return tooLong(kind);
        }
        String text = tidied(raw);
        if (!fits(text, kind)) {
            return tooLong(kind);
        }
        if (!isReadable(text)) {
            return Parsed.flawed(new Flaw("text_unreadable"));
        }
        if (kind == Kind.REMARK && text.isBlank()) {
            return Parsed.flawed(new Flaw("text_blank"));
        }
        return Parsed.of(new Markdown(text));
    }

    public boolean isBlank() {
        return value.isBlank();
    }

    private static String tidied(String raw) {
        String text = !raw.isEmpty() && raw.charAt(0) == BYTE_ORDER_MARK ? raw.substring(1) : raw;
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static boolean fits(String text, Kind kind) {
        return text.codePointCount(0, text.length()) <= kind.longest;
    }

    private static boolean isReadable(String text) {
        return PlainText.consistsOf(text, Markdown::isReadable);
    }

    private static boolean isReadable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\n' || codePoint == '\t';
            case Character.SURROGATE -> false;
            default -> !isNoCharacter(codePoint);
        };
    }

    /// What Unicode promises never to give a meaning.
    private static boolean isNoCharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || codePoint >= 0xFDD0 && codePoint <= 0xFDEF;
    }

    private static Parsed<Markdown> tooLong(Kind kind) {
        return Parsed.flawed(new Flaw("text_too_long", kind.longest));
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.beranda.domain.exchange;

/// What a thing is called where it comes from.
///
/// @param source the house it comes from, with what tells it from others of its kind
/// @param name in that house, among those of its kind
public record ForeignKey(String source, Kind kind, String name) {

    public static final int LONGEST_SOURCE = 200;
    public static final int LONGEST_NAME = 500;

    public ForeignKey {
        if (source.isEmpty() || source.length() > LONGEST_SOURCE || !isName(name)) {
            throw new IllegalArgumentException("not what anything is called elsewhere");
        }
    }

    /// Whether anything can be called so; what is kept as text holds no NUL.
    public static boolean isName(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_NAME && text.indexOf('\0') < 0;
    }
}

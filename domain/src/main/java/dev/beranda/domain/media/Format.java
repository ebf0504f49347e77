package dev.beranda.domain.media;

import java.util.Locale;

/// How a picture is written down.
public enum Format {
    JPEG("jpg"),
    /// For what can be seen through.
    PNG("png"),
    /// Only ever the first frame is kept.
    GIF("gif"),
    WEBP("webp");

    private final String ending;

    Format(String ending) {
        this.ending = ending;
    }

    /// How the name of such a file ends.
    public String ending() {
        return ending;
    }

    /// As media types call it, and the database.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Our own spelling back; anything else is a bug.
    public static Format ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

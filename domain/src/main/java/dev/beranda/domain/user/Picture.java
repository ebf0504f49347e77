package dev.beranda.domain.user;

import java.util.List;

/// A square picture made by ourselves: nothing in it but what can be seen.
public final class Picture {

    /// In which somebody may want to see it.
    public static final List<Integer> WIDTHS = List.of(64, 128, 256, 512);

    private final int width;
    private final Format format;
    private final byte[] content;

    public enum Format {
        JPEG,
        /// For what can be seen through.
        PNG
    }

    public Picture(int width, Format format, byte[] content) {
        this.width = width;
        this.format = format;
        this.content = content.clone();
    }

    public int width() {
        return width;
    }

    public Format format() {
        return format;
    }

    public byte[] content() {
        return content.clone();
    }
}

package dev.beranda.domain.media;

/// A print with its bytes, as it comes out of the print room.
public final class Sheet {

    private final Print print;
    private final byte[] content;

    public Sheet(int width, int height, Format format, byte[] content) {
        this.print = new Print(width, height, format, content.length);
        this.content = content.clone();
    }

    public Print print() {
        return print;
    }

    public byte[] content() {
        return content.clone();
    }
}

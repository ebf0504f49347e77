package dev.beranda.domain.media;

/// One size of a picture in one format, made by ourselves: nothing in it but what can be seen.
///
/// @param bytes how long the file is
public record Print(int width, int height, Format format, int bytes) {

    /// What it is called among those of its medium.
    public String name() {
        return width + "." + format.ending();
    }
}

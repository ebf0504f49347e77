package dev.beranda.domain.media;

/// Looks at prints that were made elsewhere: whether they could be ours.
public interface PrintInspection {

    /// Whether there is nothing in it but a picture of the size and format it says it has.
    boolean isPlain(Sheet sheet);
}

package dev.beranda.adapter.media;

/// What stands in a JPEG file beside the picture and matters before it is read: which side is up, and whether it comes
/// all at once in ever finer detail, which takes much memory.
///
/// @param orientation 1 to 8, as cameras write it
record Jpeg(int orientation, boolean progressive) {

    private static final int MARKER = 0xFF;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;

    static Jpeg of(byte[] file) {
        int orientation = Exif.UPRIGHT;
        boolean progressive = false;
        int at = 2;
        while (at + 4 <= file.length && (file[at] & 0xFF) == MARKER) {
            int marker = file[at + 1] & 0xFF;
            int length = (file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF;
            if (marker == START_OF_SCAN || length < 2) {
                break;
            }
            progressive |= isProgressive(marker);
            if (marker == APP1 && orientation == Exif.UPRIGHT) {
                orientation = Exif.orientationIn(file, at + 4, Math.min(length - 2, file.length - at - 4));
            }
            at += 2 + length;
        }
        return new Jpeg(orientation, progressive);
    }

    /// Frames whose coefficients come in several goes.
    private static boolean isProgressive(int marker) {
        return marker == 0xC2 || marker == 0xC6 || marker == 0xCA || marker == 0xCE;
    }
}

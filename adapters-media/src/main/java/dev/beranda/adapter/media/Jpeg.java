package dev.beranda.adapter.media;

/// What stands in a JPEG file beside the picture and matters before it is read: which side is up, and in how many
/// goes it comes. More than one takes much memory, and each costs as much as a whole picture, however few bytes it is.
///
/// The file is walked as the platform's reader walks it, so that nothing is a scan to that one and not to us.
///
/// @param orientation 1 to 8, as cameras write it
/// @param allAtOnce whether all of it is kept in memory until the last go
record Jpeg(int orientation, boolean allAtOnce, int scans) {

    private static final int MARKER = 0xFF;
    private static final int START_OF_FRAME = 0xC0;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int APP1 = 0xE1;

    static Jpeg of(byte[] file) {
        int orientation = Exif.UPRIGHT;
        boolean allAtOnce = false;
        int colours = 0;
        int scans = 0;
        for (int at = marker(file, 2); at < file.length; at = marker(file, behind(file, at))) {
            int marker = number(file, at);
            if (marker == START_OF_SCAN) {
                scans++;
                allAtOnce |= scans > 1 || number(file, at + 3) < colours;
            } else if (isFrame(marker)) {
                allAtOnce |= isProgressive(marker);
                colours = Math.max(colours, number(file, at + 8));
            } else if (marker == APP1 && scans == 0 && orientation == Exif.UPRIGHT && at + 3 <= file.length) {
                orientation = Exif.orientationIn(file, at + 3, Math.min(length(file, at) - 2, file.length - at - 3));
            } else if (marker == END_OF_IMAGE && scans > 0) {
                break;
            }
        }
        return new Jpeg(orientation, allAtOnce, scans);
    }

    /// Where the next one is, or the end. There may be anything before it, and as many 0xFF as one likes.
    private static int marker(byte[] file, int from) {
        for (int at = from; at + 1 < file.length; at++) {
            if (number(file, at) == MARKER && number(file, at + 1) != MARKER) {
                return at + 1;
            }
        }
        return file.length;
    }

    /// Nothing is passed over behind one that stands alone, or that nobody knows; nor behind the zero that says that
    /// the 0xFF before it is of the picture.
    private static int behind(byte[] file, int at) {
        int marker = number(file, at);
        boolean isAlone = marker < START_OF_FRAME || marker >= 0xD0 && marker <= END_OF_IMAGE;
        return isAlone ? at + 1 : at + 1 + length(file, at);
    }

    private static int length(byte[] file, int at) {
        return number(file, at + 1) << 8 | number(file, at + 2);
    }

    private static int number(byte[] file, int at) {
        return at < file.length ? file[at] & 0xFF : 0;
    }

    /// Among their numbers are those of three things that are none: tables of two kinds, and one for later.
    private static boolean isFrame(int marker) {
        return marker >= START_OF_FRAME && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /// Frames whose coefficients come in several goes.
    private static boolean isProgressive(int marker) {
        return marker == 0xC2 || marker == 0xC6 || marker == 0xCA || marker == 0xCE;
    }
}

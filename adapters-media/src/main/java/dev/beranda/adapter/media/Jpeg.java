package dev.beranda.adapter.media;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What stands in a JPEG file beside the picture and matters before it is read: which side is up, and whether it comes
/// all at once in ever finer detail, which takes much memory.
///
/// @param orientation 1 to 8, as cameras write it
record Jpeg(int orientation, boolean progressive) {

    private static final int MARKER = 0xFF;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int ORIENTATION = 0x0112;
    private static final int EXIF = 0x45786966;
    private static final int UPRIGHT = 1;

    static Jpeg of(byte[] file) {
        int orientation = UPRIGHT;
        boolean progressive = false;
        int at = 2;
        while (at + 4 <= file.length && (file[at] & 0xFF) == MARKER) {
            int marker = file[at + 1] & 0xFF;
            int length = (file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF;
            if (marker == START_OF_SCAN || length < 2) {
                break;
            }
            progressive |= isProgressive(marker);
            if (marker == APP1 && orientation == UPRIGHT) {
                orientation = orientationIn(file, at + 4, Math.min(length - 2, file.length - at - 4));
            }
            at += 2 + length;
        }
        return new Jpeg(orientation, progressive);
    }

    /// Frames whose coefficients come in several goes.
    private static boolean isProgressive(int marker) {
        return marker == 0xC2 || marker == 0xC6 || marker == 0xCA || marker == 0xCE;
    }

    private static int orientationIn(byte[] file, int from, int length) {
        try {
            var exif = ByteBuffer.wrap(file, from, length).slice();
            if (exif.getInt() != EXIF || exif.getShort() != 0) {
                return UPRIGHT;
            }
            return orientationIn(exif.slice());
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException _) {
            return UPRIGHT;
        }
    }

    private static int orientationIn(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                int value = tiff.getShort(entry + 8) & 0xFFFF;
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}

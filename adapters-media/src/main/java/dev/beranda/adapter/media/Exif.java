package dev.beranda.adapter.media;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What cameras write beside a picture. Of all of it only which side is up is of interest here.
final class Exif {

    static final int UPRIGHT = 1;

    private static final int ORIENTATION = 0x0112;
    private static final int EXIF = 0x45786966;
    private static final int TIFF = 42;

    private Exif() {}

    /// @return 1 to 8, as cameras write it; upright where it makes no sense
    static int orientationIn(byte[] file, int from, int length) {
        try {
            var exif = ByteBuffer.wrap(file, from, length).slice();
            return orientationIn(isMarked(exif) ? exif.slice() : exif.rewind());
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException _) {
            return UPRIGHT;
        }
    }

    private static boolean isMarked(ByteBuffer exif) {
        return exif.getInt() == EXIF && exif.getShort() == 0;
    }

    private static int orientationIn(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (tiff.getShort(2) != TIFF) {
            return UPRIGHT;
        }
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

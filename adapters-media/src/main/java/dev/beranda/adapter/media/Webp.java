package dev.beranda.adapter.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// What stands in a WebP file beside the picture and matters before it is read: which side is up, and how many
/// pixels its largest part says it has. The whole may say it is small, and a part of it that it is not; memory is
/// taken for the part.
///
/// @param orientation 1 to 8, as cameras write it
record Webp(int orientation, long pixels) {

    private static final int HEAD = 12;
    private static final int CHUNK = 8;
    private static final int FRAME = 16;
    private static final int SIDE = 0x3FFF;

    static Webp of(byte[] file) {
        return within(file, HEAD, file.length, new Webp(Exif.UPRIGHT, 0));
    }

    private static Webp within(byte[] file, int from, int to, Webp found) {
        Webp all = found;
        long at = from;
        while (at + CHUNK <= to) {
            int content = (int) at + CHUNK;
            long length = number(file, content - 4, 4);
            int end = (int) Math.min(to, content + length);
            all = all.with(file, new String(file, (int) at, 4, ISO_8859_1), content, end);
            at = content + length + length % 2;
        }
        return all;
    }

    private Webp with(byte[] file, String name, int from, int end) {
        return switch (name) {
            case "EXIF" -> new Webp(Exif.orientationIn(file, from, end - from), pixels);
            case "VP8X" -> withPixels(1 + number(file, from + 4, 3), 1 + number(file, from + 7, 3));
            case "VP8 " -> withPixels(number(file, from + 6, 2) & SIDE, number(file, from + 8, 2) & SIDE);
            case "VP8L" -> {
                long sides = number(file, from + 1, 4);
                yield withPixels(1 + (sides & SIDE), 1 + (sides >> 14 & SIDE));
            }
            case "ANMF" ->
                within(
                        file,
                        Math.min(end, from + FRAME),
                        end,
                        withPixels(1 + number(file, from + 6, 3), 1 + number(file, from + 9, 3)));
            default -> this;
        };
    }

    private Webp withPixels(long width, long height) {
        return new Webp(orientation, Math.max(pixels, width * height));
    }

    /// The least part first; nothing where the file is over.
    private static long number(byte[] file, int at, int bytes) {
        long number = 0;
        for (int i = 0; i < bytes && at + i < file.length; i++) {
            number |= (file[at + i] & 0xFFL) << 8 * i;
        }
        return number;
    }
}

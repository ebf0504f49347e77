package dev.beranda.adapter.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.beranda.domain.media.Print;
import dev.beranda.domain.media.PrintInspection;
import dev.beranda.domain.media.Sheet;
import java.util.Set;
import java.util.zip.CRC32;

/// Lets only such files pass as the printer here writes: with the parts a picture is made of, and no other; none of
/// what cameras and programs add about who, where and when, and nothing behind the end.
public final class PlainPrints implements PrintInspection {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> PNG_PARTS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0};
    private static final int JFIF_LENGTH = 16;
    private static final int ONLY_ALPHA = 0x10;

    @Override
    public boolean isPlain(Sheet sheet) {
        byte[] file = sheet.content();
        Print print = sheet.print();
        boolean isOfOurSizes = print.width() >= 1
                && print.width() <= ImagePrintRoom.WIDEST
                && print.height() >= 1
                && print.height() <= ImagePrintRoom.HIGHEST;
        return isOfOurSizes
                && switch (print.format()) {
                    case JPEG -> isPlainJpeg(file, print);
                    case PNG -> isPlainPng(file, print);
                    case WEBP -> isPlainWebp(file, print);
                    case GIF -> false;
                };
    }

    private static boolean isPlainPng(byte[] file, Print print) {
        int at = PNG.length;
        if (!begins(file, 0, PNG)) {
            return false;
        }
        boolean first = true;
        while (at + 12 <= file.length) {
            long length = number(file, at, 4);
            String name = new String(file, at + 4, 4, ISO_8859_1);
            if (length > file.length - at - 12L || !PNG_PARTS.contains(name) || first != name.equals("IHDR")) {
                return false;
            }
            int end = at + 8 + (int) length;
            if (crc(file, at + 4, end) != number(file, end, 4)) {
                return false;
            }
            if (first && (number(file, at + 8, 4) != print.width() || number(file, at + 12, 4) != print.height())) {
                return false;
            }
            at = end + 4;
            first = false;
            if (name.equals("IEND")) {
                return length == 0 && at == file.length;
            }
        }
        return false;
    }

    private static long crc(byte[] file, int from, int to) {
        var crc = new CRC32();
        crc.update(file, from, to - from);
        return crc.getValue();
    }

    private static boolean isPlainJpeg(byte[] file, Print print) {
        if (file.length < 4 || number(file, 0, 2) != 0xFFD8) {
            return false;
        }
        boolean sized = false;
        int at = 2;
        while (at + 4 <= file.length && file[at] == (byte) 0xFF) {
            int marker = file[at + 1] & 0xFF;
            if (marker == 0xD9) {
                return false;
            }
            int length = (int) number(file, at + 2, 2);
            int end = at + 2 + length;
            if (length < 2 || end > file.length || !isPart(file, at, marker, length)) {
                return false;
            }
            if (marker >= 0xC0 && marker <= 0xC2) {
                if (length < 8
                        || number(file, at + 5, 2) != print.height()
                        || number(file, at + 7, 2) != print.width()) {
                    return false;
                }
                sized = true;
            }
            at = end;
            if (marker == 0xDA) {
                at = endOfScan(file, at);
                if (at + 2 == file.length) {
                    return sized && file[at] == (byte) 0xFF && file[at + 1] == (byte) 0xD9;
                }
            }
        }
        return false;
    }

    /// Tables, frames and scans; and the one line that says that it is a JPEG.
    private static boolean isPart(byte[] file, int at, int marker, int length) {
        return switch (marker) {
            case 0xC0, 0xC1, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD -> true;
            case 0xE0 -> length == JFIF_LENGTH && begins(file, at + 4, JFIF);
            default -> false;
        };
    }

    /// Where the next marker is that does not belong to the scan.
    private static int endOfScan(byte[] file, int from) {
        int at = from;
        while (at + 1 < file.length) {
            int next = file[at + 1] & 0xFF;
            if (file[at] == (byte) 0xFF && next != 0 && (next < 0xD0 || next > 0xD7)) {
                return at;
            }
            at++;
        }
        return file.length;
    }

    private static boolean isPlainWebp(byte[] file, Print print) {
        boolean isOne = file.length >= 20
                && "RIFF".equals(new String(file, 0, 4, ISO_8859_1))
                && "WEBP".equals(new String(file, 8, 4, ISO_8859_1))
                && reversed(file, 4, 4) == file.length - 8L;
        if (!isOne) {
            return false;
        }
        boolean sized = false;
        int at = 12;
        while (at + 8 <= file.length) {
            String name = new String(file, at, 4, ISO_8859_1);
            long length = reversed(file, at + 4, 4);
            if (length > file.length - at - 8L || length < 10 && !name.equals("ALPH")) {
                return false;
            }
            int content = at + 8;
            boolean fits =
                    switch (name) {
                        case "VP8X" ->
                            length == 10
                                    && at == 12
                                    && (file[content] & 0xFF) == ONLY_ALPHA
                                    && 1 + reversed(file, content + 4, 3) == print.width()
                                    && 1 + reversed(file, content + 7, 3) == print.height();
                        case "ALPH" -> true;
                        case "VP8 " ->
                            (reversed(file, content + 6, 2) & 0x3FFF) == print.width()
                                    && (reversed(file, content + 8, 2) & 0x3FFF) == print.height();
                        case "VP8L" -> {
                            long sides = reversed(file, content + 1, 4);
                            yield 1 + (sides & 0x3FFF) == print.width() && 1 + (sides >> 14 & 0x3FFF) == print.height();
                        }
                        default -> false;
                    };
            if (!fits || sized) {
                return false;
            }
            sized = name.startsWith("VP8") && !name.equals("VP8X");
            at = content + (int) (length + length % 2);
        }
        return sized && at == file.length;
    }

    private static boolean begins(byte[] file, int at, byte[] beginning) {
        for (int i = 0; i < beginning.length; i++) {
            if (at + i >= file.length || file[at + i] != beginning[i]) {
                return false;
            }
        }
        return true;
    }

    private static long number(byte[] file, int at, int bytes) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | file[at + i] & 0xFF;
        }
        return number;
    }

    /// The least part first.
    private static long reversed(byte[] file, int at, int bytes) {
        long number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = number << 8 | file[at + i] & 0xFF;
        }
        return number;
    }
}

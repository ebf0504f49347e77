package dev.beranda.adapter.media;

import dev.beranda.domain.media.Format;
import java.util.Arrays;
import java.util.Optional;

/// What a file is by its first bytes, whatever it is called.
enum Kind {
    JPEG("jpeg", Format.JPEG, 0xFF, 0xD8, 0xFF),
    PNG("png", Format.PNG, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'),
    GIF("gif", Format.GIF, 'G', 'I', 'F', '8'),
    WEBP("webp", Format.WEBP, 'R', 'I', 'F', 'F', -1, -1, -1, -1, 'W', 'E', 'B', 'P', 'V', 'P', '8');

    /// Stands for any byte.
    private static final int ANY = -1;

    private final String reader;
    private final Format format;
    private final int[] beginning;

    Kind(String reader, Format format, int... beginning) {
        this.reader = reader;
        this.format = format;
        this.beginning = beginning;
    }

    static Optional<Kind> of(byte[] file) {
        return Arrays.stream(values()).filter(kind -> kind.begins(file)).findFirst();
    }

    /// What the platform calls it.
    String reader() {
        return reader;
    }

    Format format() {
        return format;
    }

    private boolean begins(byte[] file) {
        if (file.length < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if (beginning[i] != ANY && (file[i] & 0xFF) != beginning[i]) {
                return false;
            }
        }
        return true;
    }
}

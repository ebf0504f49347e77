package dev.beranda.adapter.media;

import java.util.Arrays;
import java.util.Optional;

/// What a file is by its first bytes, whatever it is called.
enum Kind {
    JPEG("jpeg", 0xFF, 0xD8, 0xFF),
    PNG("png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'),
    GIF("gif", 'G', 'I', 'F', '8');

    private final String reader;
    private final int[] beginning;

    Kind(String reader, int... beginning) {
        this.reader = reader;
        this.beginning = beginning;
    }

    static Optional<Kind> of(byte[] file) {
        return Arrays.stream(values()).filter(kind -> kind.begins(file)).findFirst();
    }

    /// What the platform calls it.
    String reader() {
        return reader;
    }

    private boolean begins(byte[] file) {
        if (file.length < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if ((file[i] & 0xFF) != beginning[i]) {
                return false;
            }
        }
        return true;
    }
}

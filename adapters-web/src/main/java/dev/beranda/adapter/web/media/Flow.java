package dev.beranda.adapter.web.media;

import dev.beranda.domain.shared.Content;
import java.io.InputStream;

/// Content as the server reads it, a piece at a time.
final class Flow extends InputStream {

    private final Content content;
    private byte[] piece = new byte[0];
    private int read;
    private boolean ended;

    Flow(Content content) {
        this.content = content;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) {
        if (most == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(most, piece.length - read);
        System.arraycopy(piece, read, into, from, count);
        read += count;
        return count;
    }

    private boolean fill() {
        if (!ended && read == piece.length) {
            piece = content.next();
            read = 0;
            ended = piece.length == 0;
        }
        return !ended;
    }

    @Override
    public void close() {
        content.close();
    }
}

package dev.beranda.adapter.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/// As many bytes as there are said to be: more of them are an error.
final class MeasuredStream extends FilterInputStream {

    private long left;

    MeasuredStream(InputStream source, long length) {
        super(source);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int count = super.read(into, from, most);
        left -= Math.max(count, 0);
        if (left < 0) {
            throw new ZipException("more than it is said to be");
        }
        return count;
    }

    @Override
    public long skip(long most) {
        throw new UnsupportedOperationException("what is passed over is not measured");
    }
}

package dev.beranda.adapter.exchange;

import dev.beranda.domain.exchange.Cargo;
import java.io.InputStream;

/// A part of a cargo from beginning to end.
final class CargoStream extends InputStream {

    private static final int BITE = 64 * 1024;

    private final Cargo cargo;
    private long at;
    private long left;

    CargoStream(Cargo cargo, long from, long length) {
        this.cargo = cargo;
        this.at = from;
        this.left = length;
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
        byte[] bite = cargo.read(at, (int) Math.min(left, Math.min(most, BITE)));
        System.arraycopy(bite, 0, into, from, bite.length);
        at += bite.length;
        left -= bite.length;
        return bite.length == 0 ? -1 : bite.length;
    }
}

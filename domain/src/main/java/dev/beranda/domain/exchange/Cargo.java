package dev.beranda.domain.exchange;

import java.util.function.BiFunction;

/// A file somebody brought, whatever it is. It can be looked at in any place, and as often as one wants.
public final class Cargo {

    private final long length;
    private final BiFunction<Long, Integer, byte[]> bytes;

    /// @param length of all of it
    /// @param bytes so many of them from somewhere on; all of them are there
    public Cargo(long length, BiFunction<Long, Integer, byte[]> bytes) {
        this.length = length;
        this.bytes = bytes;
    }

    public long length() {
        return length;
    }

    /// @param most fewer are answered at the end, and none behind it
    public byte[] read(long from, int most) {
        int there = (int) Math.max(0, Math.min(most, length - from));
        return there == 0 ? new byte[0] : bytes.apply(from, there);
    }
}

package dev.beranda.domain.shared;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/// Bytes on their way, in pieces, so that nobody has to hold all of them at once. Read once, and let go of in the end.
public final class Content implements AutoCloseable {

    private final long length;
    private final Supplier<byte[]> pieces;
    private final Runnable end;

    /// @param length of all pieces together
    /// @param pieces one after the other; an empty one is the end
    /// @param end lets go of where they come from
    public Content(long length, Supplier<byte[]> pieces, Runnable end) {
        this.length = length;
        this.pieces = pieces;
        this.end = end;
    }

    /// What is held already.
    public static Content of(byte[] bytes) {
        Iterator<byte[]> rest = List.of(bytes, new byte[0]).iterator();
        return new Content(bytes.length, rest::next, () -> {});
    }

    public long length() {
        return length;
    }

    /// @return nothing at the end
    public byte[] next() {
        return pieces.get();
    }

    @Override
    public void close() {
        end.run();
    }
}

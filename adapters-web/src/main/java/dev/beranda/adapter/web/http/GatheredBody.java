package dev.beranda.adapter.web.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has come of a body so far. Pieces are copied, for a piece of one byte would keep the whole buffer it came in.
final class GatheredBody {

    private static final Logger LOG = LoggerFactory.getLogger(GatheredBody.class);

    /// Of the disk.
    private static final int BITE = 64 * 1024;

    private final ByteBufAllocator allocator;

    private BodyRoom room;
    private @Nullable Path folder;
    private int most;
    private ByteBuf bytes = Unpooled.EMPTY_BUFFER;
    private @Nullable Spool spool;
    private long taken;

    GatheredBody(ByteBufAllocator allocator, BodyRoom room) {
        this.allocator = allocator;
        this.room = room;
    }

    /// How much the next one may become, and of whose memory. Nothing of the one before is here any more.
    void allow(int bytes, BodyRoom memory) {
        most = bytes;
        room = memory;
        folder = null;
    }

    /// The same for one that is put down on a disk.
    void allow(int bytes, BodyRoom disk, Path place) {
        allow(bytes, disk);
        folder = place;
    }

    int size() {
        return spool == null ? bytes.readableBytes() : spool.size();
    }

    boolean isEmpty() {
        return size() == 0;
    }

    boolean hasSpaceFor(ByteBuf piece) {
        return piece.readableBytes() <= most - size();
    }

    /// Adds a piece, unless there is no room left for it.
    boolean add(ByteBuf piece) {
        if (folder != null) {
            return putDown(folder, piece);
        }
        int needed = size() + piece.readableBytes();
        if (needed > bytes.capacity() && !grow(allocator.calculateNewCapacity(needed, most))) {
            return false;
        }
        bytes.writeBytes(piece, piece.readerIndex(), piece.readableBytes());
        return true;
    }

    private boolean putDown(Path place, ByteBuf piece) {
        for (; taken < size() + piece.readableBytes(); taken += BITE) {
            if (!room.take(BITE)) {
                return false;
            }
        }
        try {
            if (spool == null) {
                spool = Spool.in(place);
            }
            spool.add(piece);
            return true;
        } catch (IOException full) {
            LOG.warn("A body cannot be put down in {}: {}", place, full.getMessage());
            return false;
        }
    }

    private boolean grow(int capacity) {
        long more = capacity - taken;
        if (!room.take(more)) {
            return false;
        }
        taken += more;
        bytes = bytes == Unpooled.EMPTY_BUFFER ? allocator.buffer(capacity) : bytes.capacity(capacity);
        return true;
    }

    /// Hands the whole over to whoever reads it now, and begins anew.
    ///
    /// @throws UncheckedIOException if it cannot be read where it was put down
    ByteBuf release() {
        Spool put = spool;
        ByteBuf whole = bytes;
        begin();
        try {
            return put == null ? whole : put.whole();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Nobody reads it any more.
    void forget() {
        Spool put = spool;
        ByteBuf whole = bytes;
        begin();
        whole.release();
        if (put != null) {
            try {
                put.forget();
            } catch (IOException failure) {
                LOG.debug("A body cannot be let go of", failure);
            }
        }
    }

    private void begin() {
        spool = null;
        bytes = Unpooled.EMPTY_BUFFER;
        room.giveBack(taken);
        taken = 0;
    }
}

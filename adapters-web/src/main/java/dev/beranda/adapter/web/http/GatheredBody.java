package dev.beranda.adapter.web.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;

/// What has come of a body so far. Pieces are copied, for a piece of one byte would keep the whole buffer it came in.
final class GatheredBody {

    private final ByteBufAllocator allocator;

    private BodyRoom room;
    private int most;
    private ByteBuf bytes = Unpooled.EMPTY_BUFFER;
    private long taken;

    GatheredBody(ByteBufAllocator allocator, BodyRoom room) {
        this.allocator = allocator;
        this.room = room;
    }

    /// How much the next one may become, and of whose memory. Nothing of the one before is here any more.
    void allow(int bytes, BodyRoom memory) {
        most = bytes;
        room = memory;
    }

    int size() {
        return bytes.readableBytes();
    }

    boolean isEmpty() {
        return !bytes.isReadable();
    }

    boolean hasSpaceFor(ByteBuf piece) {
        return piece.readableBytes() <= most - size();
    }

    /// Adds a piece, unless there is no room left for it.
    boolean add(ByteBuf piece) {
        int needed = size() + piece.readableBytes();
        if (needed > bytes.capacity() && !grow(allocator.calculateNewCapacity(needed, most))) {
            return false;
        }
        bytes.writeBytes(piece, piece.readerIndex(), piece.readableBytes());
        return true;
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
    ByteBuf release() {
        ByteBuf whole = bytes;
        bytes = Unpooled.EMPTY_BUFFER;
        room.giveBack(taken);
        taken = 0;
        return whole;
    }
}

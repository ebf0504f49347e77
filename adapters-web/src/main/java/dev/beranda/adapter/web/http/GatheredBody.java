package dev.beranda.adapter.web.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has come of a body so far. Pieces are copied, for a piece of one byte would keep the whole buffer it came in.
final class GatheredBody {

    private static final Logger LOG = LoggerFactory.getLogger(GatheredBody.class);

    /// Of the disk.
    static final int BITE = 64 * 1024;

    private final ByteBufAllocator allocator;

    private BodyRoom room;
    private Supplier<String> sender = () -> "";
    private @Nullable String network;
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
    ///
    /// @param from the network it comes from; asked for only when there is something to keep
    void allow(int bytes, BodyRoom memory, Supplier<String> from) {
        most = bytes;
        room = memory;
        sender = from;
        network = null;
        folder = null;
    }

    /// The same for one that is put down on a disk.
    void allow(int bytes, BodyRoom disk, Supplier<String> from, Path place) {
        allow(bytes, disk, from);
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
    Optional<Refusal> add(ByteBuf piece) {
        Path place = folder;
        return place == null ? keep(piece) : putDown(place, piece);
    }

    private Optional<Refusal> keep(ByteBuf piece) {
        int needed = size() + piece.readableBytes();
        Optional<Refusal> refusal = needed <= bytes.capacity() ? Optional.empty() : grow(needed);
        if (refusal.isEmpty()) {
            bytes.writeBytes(piece, piece.readerIndex(), piece.readableBytes());
        }
        return refusal;
    }

    private Optional<Refusal> grow(int needed) {
        int capacity = allocator.calculateNewCapacity(needed, most);
        Optional<Refusal> refusal = take(capacity);
        if (refusal.isEmpty()) {
            bytes = bytes == Unpooled.EMPTY_BUFFER ? allocator.buffer(capacity) : bytes.capacity(capacity);
        }
        return refusal;
    }

    private Optional<Refusal> putDown(Path place, ByteBuf piece) {
        Optional<Refusal> refusal = take(Math.ceilDiv((long) size() + piece.readableBytes(), BITE) * BITE);
        return refusal.isPresent() ? refusal : write(place, piece);
    }

    private Optional<Refusal> write(Path place, ByteBuf piece) {
        try {
            if (spool == null) {
                spool = Spool.in(place);
            }
            spool.add(piece);
            return Optional.empty();
        } catch (IOException full) {
            LOG.warn("A body cannot be put down in {}: {}", place, full.getMessage());
            return Optional.of(Refusal.UNAVAILABLE);
        }
    }

    /// As much as that in all.
    private Optional<Refusal> take(long whole) {
        long more = whole - taken;
        if (more <= 0) {
            return Optional.empty();
        }
        if (network == null) {
            network = sender.get();
        }
        Optional<Refusal> refusal = room.take(network, more);
        if (refusal.isEmpty()) {
            taken = whole;
        }
        return refusal;
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
        if (network != null) {
            room.giveBack(network, taken);
            network = null;
        }
        taken = 0;
    }
}

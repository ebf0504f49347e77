package dev.beranda.adapter.web.http;

import io.netty.buffer.ByteBufHolder;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import java.util.function.LongSupplier;

/// Watches answers leave. A reader that takes next to nothing keeps our memory for as long as it likes; so whoever has
/// kept something waiting for a whole spell must have taken a fair share of it in that time.
final class Drain {

    static final long NEVER = Long.MAX_VALUE;

    private final Channel channel;
    private final long spell;
    private final long share;

    private boolean waiting;
    private long since;
    private long offered;

    Drain(Channel channel, HttpLimits limits) {
        this.channel = channel;
        this.spell = limits.writeStall().toNanos();
        this.share = limits.writeShare();
    }

    void offer(Object message) {
        if (waiting && isEmpty()) {
            waiting = false;
        }
        if (waiting && message instanceof ByteBufHolder holder) {
            offered += holder.content().readableBytes();
        }
    }

    void flushed(LongSupplier clock) {
        long left = left();
        if (!waiting && left > 0) {
            waiting = true;
            since = clock.getAsLong();
            offered = left;
        }
    }

    boolean isEmpty() {
        return left() == 0;
    }

    long due() {
        return waiting ? since + spell : NEVER;
    }

    /// Looks at the spell that has ended, and begins another while something is left.
    boolean isStalled(long now) {
        if (!waiting || now < due()) {
            return false;
        }
        long left = left();
        boolean stalled = left > 0 && offered - left < share;
        waiting = false;
        flushed(() -> now);
        return stalled;
    }

    private long left() {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : Math.max(0, buffer.totalPendingWriteBytes() - buffer.currentProgress());
    }
}

package dev.beranda.adapter.web.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Rings once, at the earliest of the moments it was set to. Whoever hears it looks what is due, and sets it anew.
final class Alarm {

    private @Nullable Future<?> set;
    private long at;

    void set(ChannelHandlerContext ctx, long due, Runnable bell) {
        if (due == Drain.NEVER || set != null && at <= due || !ctx.channel().isActive()) {
            return;
        }
        cancel();
        at = due;
        set = ctx.executor().schedule(() -> ring(bell), due - Doorkeeper.now(), TimeUnit.NANOSECONDS);
    }

    private void ring(Runnable bell) {
        set = null;
        bell.run();
    }

    void cancel() {
        if (set != null) {
            set.cancel(false);
            set = null;
        }
    }
}

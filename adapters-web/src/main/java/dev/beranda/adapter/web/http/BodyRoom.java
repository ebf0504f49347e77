package dev.beranda.adapter.web.http;

import java.util.concurrent.atomic.AtomicLong;

/// The memory for bodies that are still on their way, shared by all connections.
final class BodyRoom {

    private final AtomicLong free;

    BodyRoom(long bytes) {
        this.free = new AtomicLong(bytes);
    }

    boolean take(long bytes) {
        if (free.addAndGet(-bytes) >= 0) {
            return true;
        }
        giveBack(bytes);
        return false;
    }

    void giveBack(long bytes) {
        free.addAndGet(bytes);
    }
}

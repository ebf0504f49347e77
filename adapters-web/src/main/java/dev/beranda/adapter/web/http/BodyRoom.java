package dev.beranda.adapter.web.http;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/// The room for bodies that are still on their way, shared by all connections. No network gets more of it than its
/// share: whoever fills theirs keeps nobody else waiting.
final class BodyRoom {

    private final AtomicLong free;
    private final long share;
    private final ConcurrentMap<String, Long> byNetwork = new ConcurrentHashMap<>();

    /// @param share how much of it one network may have
    BodyRoom(long bytes, long share) {
        this.free = new AtomicLong(bytes);
        this.share = share;
    }

    /// Takes as much, unless there is a reason why not.
    Optional<Refusal> take(String network, long bytes) {
        if (byNetwork.merge(network, bytes, Long::sum) > share) {
            takeOff(network, bytes);
            return Optional.of(Refusal.RATE_LIMITED);
        }
        if (free.addAndGet(-bytes) < 0) {
            giveBack(network, bytes);
            return Optional.of(Refusal.UNAVAILABLE);
        }
        return Optional.empty();
    }

    void giveBack(String network, long bytes) {
        free.addAndGet(bytes);
        takeOff(network, bytes);
    }

    /// Networks that have nothing here are not remembered.
    private void takeOff(String network, long bytes) {
        byNetwork.computeIfPresent(network, (_, taken) -> taken == bytes ? null : taken - bytes);
    }
}

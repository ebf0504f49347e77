package dev.beranda.adapter.web.freshness;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// A question that somebody is just asking, for others who have the same.
final class LookUp {

    private final CountDownLatch end = new CountDownLatch(1);
    private volatile @Nullable KeptAnswer found;

    void found(KeptAnswer answer) {
        found = answer;
    }

    void ended() {
        end.countDown();
    }

    /// Waits for it. Nothing where there was a refusal, or no way to tell how long it holds.
    Optional<KeptAnswer> outcome() {
        try {
            end.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        return Optional.ofNullable(found);
    }
}

package dev.beranda.bootstrap.running;

import dev.beranda.adapter.persistence.feed.ChangeFeed;
import dev.beranda.adapter.persistence.time.DatabaseClock;
import dev.beranda.adapter.security.password.PooledPasswordHasher;
import dev.beranda.adapter.web.freshness.PublicAnswers;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.function.ToLongFunction;

/// What an operator wants to see of our own work, beside the usual numbers of a JVM and its connection pool.
@Singleton
final class Numbers implements MeterBinder {

    private final PooledPasswordHasher hasher;
    private final PublicAnswers answers;
    private final ChangeFeed feed;
    private final DatabaseClock clock;

    Numbers(PooledPasswordHasher hasher, PublicAnswers answers, ChangeFeed feed, DatabaseClock clock) {
        this.hasher = hasher;
        this.answers = answers;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder(
                        "beranda.password.hashes", hasher, it -> it.work().computations())
                .description("How often the slow function ran")
                .register(registry);
        FunctionCounter.builder(
                        "beranda.password.rejected", hasher, it -> it.work().rejected())
                .description("Logins and the like that found no free place")
                .register(registry);
        Gauge.builder("beranda.password.waiting", hasher, it -> it.work().waiting())
                .description("Who waits for a hash now")
                .register(registry);
        countAnswers(registry, "memory", PublicAnswers.Tally::recalled);
        countAnswers(registry, "another", PublicAnswers.Tally::shared);
        countAnswers(registry, "database", PublicAnswers.Tally::lookedUp);
        Gauge.builder("beranda.answers.hit.ratio", answers, it -> it.tally().hitRatio())
                .description("Of the answers to everybody, how many were not looked up, since the start")
                .register(registry);
        Gauge.builder("beranda.feed.fresh", feed, it -> it.isFresh() ? 1 : 0)
                .description("1 while the database tells of changes")
                .register(registry);
        Gauge.builder("beranda.database.clock.skew", clock, it -> it.skew().toNanos() / 1e9)
                .description("How far this machine's clock is behind the database's")
                .baseUnit("seconds")
                .register(registry);
    }

    private void countAnswers(MeterRegistry registry, String from, ToLongFunction<PublicAnswers.Tally> count) {
        FunctionCounter.builder("beranda.answers", answers, it -> count.applyAsLong(it.tally()))
                .tag("from", from)
                .description(
                        "Answers to everybody: from memory, from another who asked the same just then, or looked up")
                .register(registry);
    }
}

package dev.beranda.adapter.persistence.throttle;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.beranda.domain.shared.Throttle;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.BucketNotFoundException;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.util.concurrent.batch.BatchHelper.BatchFailedException;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.sql.DataSource;

/// Token buckets in PostgreSQL, so that all nodes count together, by the database's time.
///
/// Attempts on one bucket that meet on this node go to the database together, and all of them together hold only a part
/// of the pool: a burst against the front door leaves connections to those who are in.
public final class BucketThrottle implements Throttle {

    private static final int KNOWN_AT_ONCE = 10_000;

    private final ProxyManager<String> buckets;
    private final LoadingCache<Key, Bucket> known;
    private final SecretKey secret;

    /// @param clock the database's, or what stands for it
    /// @param places how many connections attempts may hold at once
    /// @param secret that keeps whoever reads the database from trying out whom a bucket counts
    public BucketThrottle(DataSource pool, Clock clock, int places, SecretKey secret) {
        this.secret = secret;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(DelegatingDataSource.unwrapDataSource(pool))
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("throttle_bucket")
                .idColumn("key")
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .clientClock(new WallClock(clock))
                .executionStrategy(new Places(places))
                .build();
        this.known = Caffeine.newBuilder().maximumSize(KNOWN_AT_ONCE).build(this::together);
    }

    @Override
    public Verdict take(Allowance allowance, String subject) {
        ConsumptionProbe probe = with(allowance, subject, bucket -> bucket.tryConsumeAndReturnRemaining(1));
        return probe.isConsumed()
                ? new Verdict.Allowed(probe.getRemainingTokens())
                : new Verdict.Exhausted(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    @Override
    public void giveBack(Allowance allowance, String subject) {
        with(allowance, subject, bucket -> {
            bucket.addTokens(1);
            return bucket;
        });
    }

    /// Of attempts that go to the database together none makes a bucket that is not there, and all of them fail. Each
    /// of them then goes alone: that makes what is missing.
    private <T> T with(Allowance allowance, String subject, Function<Bucket, T> work) {
        var key = new Key(allowance, subject);
        try {
            return work.apply(known.get(key));
        } catch (BatchFailedException batch) {
            return switch (batch.getCause()) {
                case BucketNotFoundException _ -> work.apply(alone(key));
                case RuntimeException failure -> throw failure;
                case null, default -> throw batch;
            };
        }
    }

    private Bucket together(Key key) {
        return buckets.builder()
                .withOptimization(Optimizations.batching())
                .build(nameOf(key), () -> configuration(key.allowance()));
    }

    private Bucket alone(Key key) {
        return buckets.builder().build(nameOf(key), () -> configuration(key.allowance()));
    }

    private static BucketConfiguration configuration(Allowance allowance) {
        return BucketConfiguration.builder()
                .addLimit(limit ->
                        limit.capacity(allowance.attempts()).refillGreedy(allowance.attempts(), allowance.period()))
                .build();
    }

    /// Under changed rules everybody begins anew. Whom it counts is not to be read from it.
    private String nameOf(Key key) {
        var allowance = key.allowance();
        String whole = allowance.attempts() + "/" + allowance.period() + "/" + key.subject();
        return allowance.name() + ":" + HexFormat.of().formatHex(mac(whole.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] mac(byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Key(Allowance allowance, String subject) {}
}

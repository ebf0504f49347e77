package dev.beranda.adapter.security.password;

import dev.beranda.domain.credential.Password;
import dev.beranda.domain.credential.PasswordHash;
import dev.beranda.domain.credential.PasswordHasher;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hashes on threads of its own, as many at a time as there are cores. Every NO is one computation and takes the same
/// time, counted from when the question came in: for a wrong password, for an account that is not there, for a hash
/// nobody can read. It is two for each of them where what was typed is not in the form we hash: who was brought along
/// may be known by the letters they typed elsewhere.
public final class PooledPasswordHasher implements PasswordHasher, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PooledPasswordHasher.class);

    private final Schemes schemes;
    private final HashingPool pool;
    private final EvenRefusals refusals;
    private final LongAdder hashed = new LongAdder();
    private final LongAdder compared = new LongAdder();
    private final LongAdder comparedWithNothing = new LongAdder();
    private final LongAdder unreadable = new LongAdder();
    private final AtomicBoolean unreadableToldOf = new AtomicBoolean();

    public PooledPasswordHasher(HashingSettings settings) {
        this.schemes = Schemes.preferring(settings.preferred());
        this.pool = new HashingPool(settings.threads(), settings.places(), settings.longestWait());
        this.refusals = new EvenRefusals(settings.refusalStep());
    }

    @Override
    public void requireRoom() {
        pool.requireRoom();
    }

    @Override
    public PasswordHash hash(Password password) {
        return pool.run(() -> {
            PasswordHash hash = new PasswordHash(schemes.preferred().hash(password));
            hashed.increment();
            return hash;
        });
    }

    @Override
    public boolean canCompareWith(PasswordHash hash) {
        return schemes.read(hash.reveal()).isPresent();
    }

    @Override
    public Hearing hear() {
        return new EvenHearing(System.nanoTime());
    }

    public HashingWork work() {
        return new HashingWork(
                hashed.sum(),
                compared.sum(),
                comparedWithNothing.sum(),
                unreadable.sum(),
                pool.rejected(),
                pool.abandoned(),
                pool.waiting());
    }

    /// Finishes what was begun; who comes later is turned away.
    @Override
    public void close() {
        pool.close();
    }

    private StoredHash standInForUnreadable() {
        unreadable.increment();
        if (unreadableToldOf.compareAndSet(false, true)) {
            LOG.warn("a stored password hash is of no known scheme or costs too much; nobody can log in by it");
        }
        return schemes.decoy();
    }

    private final class EvenHearing implements Hearing {

        private final long begun;

        EvenHearing(long begun) {
            this.begun = begun;
        }

        @Override
        public Attempt attempt() {
            return new EvenAttempt(begun, pool.take());
        }

        @Override
        public void refuse() {
            refusals.await(begun);
        }
    }

    private final class EvenAttempt implements Attempt {

        private final long begun;
        private final HashingPool.Turn turn;

        EvenAttempt(long begun, HashingPool.Turn turn) {
            this.begun = begun;
            this.turn = turn;
        }

        @Override
        public Match compare(Password password, PasswordHash hash) {
            var stored = schemes.read(hash.reveal()).orElseGet(PooledPasswordHasher.this::standInForUnreadable);
            return compare(password, stored, compared);
        }

        @Override
        public void compareWithNothing(Password password) {
            compare(password, schemes.decoy(), comparedWithNothing);
        }

        private Match compare(Password password, StoredHash stored, LongAdder counter) {
            Match match = turn.run(() -> {
                counter.increment();
                Match result = compute(password, stored);
                return result == Match.NO
                        ? password.asTyped()
                                .map(typed -> asBroughtAlong(compute(typed, stored)))
                                .orElse(Match.NO)
                        : result;
            });
            if (match == Match.NO) {
                refusals.await(begun);
            }
            return match;
        }

        private Match compute(Password password, StoredHash stored) {
            long computing = System.nanoTime();
            Match result = stored.compare(password);
            refusals.took(stored.kind(), System.nanoTime() - computing);
            return result;
        }

        @Override
        public void close() {
            turn.close();
        }
    }

    /// We would not have hashed it so.
    private static Match asBroughtAlong(Match match) {
        return match == Match.NO ? Match.NO : Match.YES_BUT_OUTDATED;
    }
}

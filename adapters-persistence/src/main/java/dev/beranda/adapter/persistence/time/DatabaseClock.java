package dev.beranda.adapter.persistence.time;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// The database's time, so that all nodes agree whatever their own clocks say: the system's clock, corrected by the
/// difference that was measured last.
///
/// A measurement is as good as its round trip is short, so a good one is kept until a later one contradicts it.
@Singleton
public final class DatabaseClock extends Clock {

    private final Clock system;
    private volatile Measurement best = Measurement.NONE;

    @Inject
    DatabaseClock() {
        this(Clock.systemUTC());
    }

    public DatabaseClock(Clock system) {
        this.system = system;
    }

    /// No finer than the database keeps it, so that what is told now is what will be read later.
    @Override
    public Instant instant() {
        return system.instant().plus(best.difference()).truncatedTo(ChronoUnit.MICROS);
    }

    /// How far the system's clock is behind the database's; negative if it is ahead. Zero until it was measured.
    public Duration skew() {
        return best.difference();
    }

    /// Asks the database for its time.
    ///
    /// Both ends of the question are read off the same clock that is corrected, so that a pause anywhere between
    /// them makes the round trip longer, and never the difference wrong.
    public void ask(Database database) throws SQLException {
        Instant asked = system.instant();
        Instant told = database.time();
        Instant answered = system.instant();
        var roundTrip = Duration.between(asked, answered);
        var latest = new Measurement(Duration.between(asked.plus(roundTrip.dividedBy(2)), told), roundTrip);
        if (!roundTrip.isNegative() && (latest.isBetterThan(best) || latest.contradicts(best))) {
            best = latest;
        }
    }

    @FunctionalInterface
    public interface Database {

        Instant time() throws SQLException;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return ((InstantSource) this::instant).withZone(zone);
    }

    /// The true difference is at most half a round trip away from the one measured.
    private record Measurement(Duration difference, Duration roundTrip) {

        private static final Measurement NONE = new Measurement(Duration.ZERO, Duration.ofDays(1));

        boolean isBetterThan(Measurement other) {
            return roundTrip.compareTo(other.roundTrip) < 0;
        }

        boolean contradicts(Measurement other) {
            Duration apart = difference.minus(other.difference).abs();
            return apart.compareTo(roundTrip.plus(other.roundTrip).dividedBy(2)) > 0;
        }
    }
}

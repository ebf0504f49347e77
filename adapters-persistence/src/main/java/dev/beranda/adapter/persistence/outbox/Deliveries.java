package dev.beranda.adapter.persistence.outbox;

import static dev.beranda.adapter.persistence.jooq.Tables.DELIVERY;
import static dev.beranda.adapter.persistence.jooq.Tables.OUTBOX;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.beranda.domain.shared.DomainEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.types.DayToSecond;

/// The notes of who still has to be told what. Several nodes may work on them: each note is with one of them at a
/// time, for as long as its lease runs.
@Singleton
final class Deliveries {

    /// Longer than any reaction takes: after that, whoever took the note is believed dead.
    static final Duration LEASE = Duration.ofMinutes(2);

    /// One note, taken to be seen to.
    ///
    /// @param attempt how often it was taken, this time included
    record Delivery(UUID event, String recipient, int attempt) {

        Condition note() {
            return DELIVERY.EVENT_ID
                    .eq(event)
                    .and(DELIVERY.RECIPIENT.eq(recipient))
                    .and(DELIVERY.ATTEMPTS.eq(attempt));
        }
    }

    private final DSLContext sql;

    Deliveries(DSLContext sql) {
        this.sql = sql;
    }

    /// Takes what is due, of each person the first note only: the next becomes due when that one is gone.
    List<Delivery> take(int most, List<String> recipients) {
        var earlier = DELIVERY.as("earlier");
        var first = notExists(selectOne()
                .from(earlier)
                .where(earlier.RECIPIENT.eq(DELIVERY.RECIPIENT))
                .and(earlier.STREAM.eq(DELIVERY.STREAM))
                .and(earlier.POSITION.lt(DELIVERY.POSITION))
                .and(earlier.PARKED_AT.isNull()));
        return sql.update(DELIVERY)
                .set(DELIVERY.ATTEMPTS, DELIVERY.ATTEMPTS.plus(1))
                .set(DELIVERY.DUE_AT, in(LEASE))
                .where(row(DELIVERY.EVENT_ID, DELIVERY.RECIPIENT)
                        .in(select(DELIVERY.EVENT_ID, DELIVERY.RECIPIENT)
                                .from(DELIVERY)
                                .where(DELIVERY.DUE_AT.le(currentInstant()))
                                .and(DELIVERY.PARKED_AT.isNull())
                                .and(DELIVERY.RECIPIENT.in(recipients))
                                .and(first)
                                .orderBy(DELIVERY.DUE_AT)
                                .limit(most)
                                .forUpdate()
                                .skipLocked()))
                .returningResult(DELIVERY.EVENT_ID, DELIVERY.RECIPIENT, DELIVERY.ATTEMPTS)
                .fetch(row -> new Delivery(row.value1(), row.value2(), row.value3()));
    }

    DomainEvent eventOf(Delivery delivery) {
        return new Facts(sql.select(OUTBOX.TYPE, OUTBOX.OCCURRED_AT)
                        .select(Facts.ALL)
                        .from(OUTBOX)
                        .where(OUTBOX.ID.eq(delivery.event()))
                        .fetchSingle())
                .event();
    }

    void done(Delivery delivery) {
        sql.deleteFrom(DELIVERY).where(delivery.note()).execute();
    }

    void later(Delivery delivery, Duration pause, String failure) {
        sql.update(DELIVERY)
                .set(DELIVERY.DUE_AT, in(pause))
                .set(DELIVERY.FAILURE, failure)
                .where(delivery.note())
                .execute();
    }

    /// Those behind it go on.
    void park(Delivery delivery, String failure) {
        sql.update(DELIVERY)
                .set(DELIVERY.PARKED_AT, currentInstant())
                .set(DELIVERY.FAILURE, failure)
                .where(delivery.note())
                .execute();
    }

    private static Field<Instant> in(Duration pause) {
        return currentInstant().plus(DayToSecond.valueOf(pause));
    }
}

package dev.beranda.adapter.persistence.upkeep;

import static dev.beranda.adapter.persistence.jooq.Tables.ACTIVITY;
import static dev.beranda.adapter.persistence.jooq.Tables.APPLICANT;
import static dev.beranda.adapter.persistence.jooq.Tables.FAMILIAR_DEVICE;
import static dev.beranda.adapter.persistence.jooq.Tables.FINISHED_ERRAND;
import static dev.beranda.adapter.persistence.jooq.Tables.KEPT_ANSWER;
import static dev.beranda.adapter.persistence.jooq.Tables.LOGIN_CHALLENGE;
import static dev.beranda.adapter.persistence.jooq.Tables.OUTBOX;
import static dev.beranda.adapter.persistence.jooq.Tables.PASSKEY_CHALLENGE;
import static dev.beranda.adapter.persistence.jooq.Tables.SESSION;
import static dev.beranda.adapter.persistence.jooq.Tables.THROTTLE_BUCKET;
import static dev.beranda.adapter.persistence.jooq.Tables.TICKET;
import static dev.beranda.adapter.persistence.jooq.Tables.VANISHED_SESSION;
import static dev.beranda.adapter.persistence.jooq.Tables.VOUCHER;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;

/// Deletes what nobody needs any more, in small bites: no lock is held for long, and of several nodes that do it at
/// once, each takes what the others leave. Meant to be called every hour.
@Singleton
public final class Upkeep {

    /// Long enough for somebody to wonder about a login they do not remember.
    public static final Duration SESSIONS_AFTER_THEIR_END = Duration.ofDays(30);

    public static final Duration EVENTS = Duration.ofDays(30);

    /// Longer than any access token lives.
    public static final Duration VANISHED_SESSIONS = Duration.ofDays(1);

    /// What a person may want to look back on.
    public static final Duration ACTIVITIES = Duration.ofDays(180);

    /// A device that was not used for so long may be in other hands.
    public static final Duration FAMILIAR_DEVICES = Duration.ofDays(180);

    /// After they expired: no clock is that far off.
    private static final Duration FINISHED_ERRANDS = Duration.ofHours(1);

    private static final int BITE = 1_000;
    private static final int MOST_BITES = 200;

    /// @param sessions that ended or expired long ago
    /// @param events that happened long ago
    /// @param buckets of attempts that are full again
    public record Deleted(int sessions, int events, int buckets) {}

    private final DSLContext sql;
    private final Clock clock;

    Upkeep(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public Deleted tidyUp() {
        Instant now = clock.instant();
        Instant longAgo = now.minus(SESSIONS_AFTER_THEIR_END);
        int ended = delete(SESSION, SESSION.ID, SESSION.ENDED_AT.lt(longAgo));
        int expired = delete(SESSION, SESSION.ID, SESSION.EXPIRES_AT.lt(longAgo));
        int events = delete(OUTBOX, OUTBOX.ID, OUTBOX.RECORDED_AT.lt(now.minus(EVENTS)));
        int buckets = delete(THROTTLE_BUCKET, THROTTLE_BUCKET.KEY, THROTTLE_BUCKET.EXPIRES_AT.lt(now.toEpochMilli()));
        delete(TICKET, TICKET.ID, TICKET.EXPIRES_AT.lt(now.minus(EVENTS)));
        delete(APPLICANT, APPLICANT.ID, APPLICANT.EXPIRES_AT.lt(now));
        delete(PASSKEY_CHALLENGE, PASSKEY_CHALLENGE.NONCE, PASSKEY_CHALLENGE.EXPIRES_AT.lt(now));
        delete(LOGIN_CHALLENGE, LOGIN_CHALLENGE.ID, LOGIN_CHALLENGE.EXPIRES_AT.lt(now));
        delete(VANISHED_SESSION, VANISHED_SESSION.ID, VANISHED_SESSION.VANISHED_AT.lt(now.minus(VANISHED_SESSIONS)));
        delete(ACTIVITY, ACTIVITY.ID, ACTIVITY.AT.lt(now.minus(ACTIVITIES)));
        delete(
                FAMILIAR_DEVICE,
                FAMILIAR_DEVICE.ID,
                FAMILIAR_DEVICE.LAST_SEEN_AT.lt(now.minus(FAMILIAR_DEVICES)).and(isNotTheLast()));
        delete(VOUCHER, VOUCHER.ID, VOUCHER.EXPIRES_AT.lt(now));
        delete(FINISHED_ERRAND, FINISHED_ERRAND.ID, FINISHED_ERRAND.EXPIRES_AT.lt(now.minus(FINISHED_ERRANDS)));
        delete(KEPT_ANSWER, KEPT_ANSWER.NAME, KEPT_ANSWER.EXPIRES_AT.lt(now));
        return new Deleted(ended + expired, events, buckets);
    }

    /// To whom nothing is familiar, nobody is strange: who comes to an account that slept for a year must be.
    private static Condition isNotTheLast() {
        var newer = FAMILIAR_DEVICE.as("newer");
        return exists(selectOne()
                .from(newer)
                .where(newer.USER_ID.eq(FAMILIAR_DEVICE.USER_ID))
                .and(row(newer.LAST_SEEN_AT, newer.ID).gt(FAMILIAR_DEVICE.LAST_SEEN_AT, FAMILIAR_DEVICE.ID)));
    }

    private <K> int delete(Table<Record> table, TableField<Record, K> key, Condition outdated) {
        int deleted = 0;
        for (int bites = 0; bites < MOST_BITES; bites++) {
            int bite = sql.deleteFrom(table)
                    .where(key.in(select(key)
                            .from(table)
                            .where(outdated)
                            .limit(BITE)
                            .forUpdate()
                            .skipLocked()))
                    .execute();
            deleted += bite;
            if (bite < BITE) {
                break;
            }
        }
        return deleted;
    }
}

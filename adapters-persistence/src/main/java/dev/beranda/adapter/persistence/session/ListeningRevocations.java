package dev.beranda.adapter.persistence.session;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.SESSION;
import static dev.beranda.adapter.persistence.jooq.Tables.VANISHED_SESSION;
import static org.jooq.impl.DSL.currentInstant;

import dev.beranda.adapter.persistence.feed.ChangeFeed;
import dev.beranda.adapter.persistence.feed.Subscriber;
import dev.beranda.adapter.persistence.feed.Topic;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.Revocations;
import dev.beranda.domain.session.SessionId;
import dev.beranda.domain.session.SessionLifetimes;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.types.DayToSecond;

/// Keeps in memory which sessions ended and whose authority changed for as long as access tokens from before may live;
/// asks the database where it cannot be sure to have heard of everything.
@Singleton
final class ListeningRevocations implements Revocations {

    /// A change counts from its commit, but its row tells when it was written: a transaction lies in between.
    private static final Duration LONGEST_TRANSACTION = Duration.ofHours(1);

    private final DSLContext sql;
    private final ChangeFeed feed;
    private final Duration remembered;
    private final Memory<SessionId> ended;
    private final Memory<UserId> authorities;

    ListeningRevocations(DSLContext sql, ChangeFeed feed, SessionLifetimes lifetimes) {
        this.sql = sql;
        this.feed = feed;
        this.remembered = lifetimes.access().plus(LONGEST_TRANSACTION);
        this.ended = new Memory<>(remembered);
        this.authorities = new Memory<>(remembered);
        feed.subscribe(Topic.SESSION, new Endings());
        feed.subscribe(Topic.USER, new Changes());
    }

    @Override
    public boolean cover(Access access) {
        return feed.isFresh() ? isKnownOf(access) : !stands(access);
    }

    @Override
    public boolean surelySpare(Access access) {
        return feed.isFresh() && !isKnownOf(access);
    }

    private boolean isKnownOf(Access access) {
        var bearer = access.bearer();
        return ended.numberOf(access.session()) >= 0 || authorities.numberOf(bearer.user()) > bearer.authority();
    }

    private boolean stands(Access access) {
        return sql.fetchExists(sql.selectOne()
                .from(SESSION)
                .join(APP_USER)
                .on(APP_USER.ID.eq(SESSION.USER_ID))
                .where(SESSION.ID.eq(access.session()))
                .and(SESSION.ENDED_AT.isNull())
                .and(APP_USER.AUTHORITY.le(access.bearer().authority())));
    }

    private Field<Instant> longAgo() {
        return currentInstant().minus(DayToSecond.valueOf(remembered));
    }

    private final class Endings implements Subscriber {

        @Override
        public void reread() {
            sql.select(SESSION.ID)
                    .from(SESSION)
                    .where(SESSION.ENDED_AT.gt(longAgo()))
                    .unionAll(sql.select(VANISHED_SESSION.ID)
                            .from(VANISHED_SESSION)
                            .where(VANISHED_SESSION.VANISHED_AT.gt(longAgo())))
                    .forEach(row -> ended.note(row.value1(), 0));
        }

        @Override
        public void hear(String session) {
            ended.note(new SessionId(UUID.fromString(session)), 0);
        }
    }

    private final class Changes implements Subscriber {

        @Override
        public void reread() {
            sql.select(APP_USER.ID, APP_USER.AUTHORITY)
                    .from(APP_USER)
                    .where(APP_USER.AUTHORITY_CHANGED_AT.gt(longAgo()))
                    .forEach(row -> authorities.note(row.value1(), row.value2()));
        }

        @Override
        public void hear(String userAndAuthority) {
            int colon = userAndAuthority.indexOf(':');
            var user = new UserId(UUID.fromString(userAndAuthority.substring(0, colon)));
            authorities.note(user, Integer.parseInt(userAndAuthority.substring(colon + 1)));
        }
    }
}

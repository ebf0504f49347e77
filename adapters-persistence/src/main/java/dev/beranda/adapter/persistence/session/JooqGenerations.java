package dev.beranda.adapter.persistence.session;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.SESSION;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.row;

import dev.beranda.domain.session.Bearer;
import dev.beranda.domain.session.Device;
import dev.beranda.domain.session.Generations;
import dev.beranda.domain.session.RefreshClaim;
import dev.beranda.domain.session.Session;
import dev.beranda.domain.session.SessionId;
import dev.beranda.domain.session.SessionLifetimes;
import dev.beranda.domain.shared.ClientAddress;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

@Singleton
final class JooqGenerations implements Generations {

    private final DSLContext sql;

    JooqGenerations(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Session> advance(RefreshClaim claim, ClientAddress from, SessionLifetimes lifetimes, Instant now) {
        var bearer = row(APP_USER.ID, APP_USER.ROLE, APP_USER.AUTHORITY, APP_USER.DISABLED)
                .mapping(Bearer::new);
        var address = row(SESSION.ADDRESS, SESSION.NETWORK).mapping(ClientAddress::new);
        var device = row(SESSION.DEVICE_NAME, SESSION.USER_AGENT, address).mapping(Device::new);
        return sql.update(SESSION)
                .set(SESSION.GENERATION, SESSION.GENERATION.plus(1))
                .set(SESSION.REFRESHED_AT, now)
                .set(SESSION.ADDRESS, from.value())
                .set(SESSION.NETWORK, from.network())
                .set(SESSION.VERSION, SESSION.VERSION.plus(1))
                .from(APP_USER)
                .where(SESSION.ID.eq(claim.session()))
                .and(SESSION.GENERATION.eq(claim.generation()))
                .and(SESSION.ENDED_AT.isNull())
                .and(SESSION.EXPIRES_AT.gt(now))
                .and(SESSION.REFRESHED_AT.gt(now.minus(lifetimes.idle())))
                .and(APP_USER.ID.eq(SESSION.USER_ID))
                .andNot(APP_USER.DISABLED)
                .and(APP_USER.LEAVES_AT.isNull())
                .returningResult(
                        SESSION.ID,
                        bearer,
                        device,
                        SESSION.GENERATION,
                        SESSION.OPENED_AT,
                        SESSION.REFRESHED_AT,
                        SESSION.EXPIRES_AT,
                        SESSION.VERSION)
                .fetchOptional(mapping(JooqGenerations::open));
    }

    private static Session open(
            SessionId id,
            Bearer bearer,
            Device device,
            int generation,
            Instant openedAt,
            Instant refreshedAt,
            Instant expiresAt,
            long version) {
        return new Session(
                id, bearer, device, generation, openedAt, refreshedAt, expiresAt, new Session.State.Open(), version);
    }
}

package dev.beranda.adapter.persistence.session;

import static dev.beranda.adapter.persistence.jooq.Tables.SESSION;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.row;

import dev.beranda.application.session.SessionReader;
import dev.beranda.application.session.SessionView;
import dev.beranda.domain.session.Device;
import dev.beranda.domain.shared.ClientAddress;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

@Singleton
final class JooqSessionReader implements SessionReader {

    private final DSLContext sql;

    JooqSessionReader(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<SessionView> aliveOf(UserId user, Instant usedSince, Instant now) {
        var address = row(SESSION.ADDRESS, SESSION.NETWORK).mapping(ClientAddress::new);
        var device = row(SESSION.DEVICE_NAME, SESSION.USER_AGENT, address).mapping(Device::new);
        return sql.select(SESSION.ID, device, SESSION.OPENED_AT, SESSION.REFRESHED_AT, SESSION.EXPIRES_AT)
                .from(SESSION)
                .where(SESSION.USER_ID.eq(user))
                .and(SESSION.ENDED_AT.isNull())
                .and(SESSION.REFRESHED_AT.gt(usedSince))
                .and(SESSION.EXPIRES_AT.gt(now))
                .orderBy(SESSION.REFRESHED_AT.desc(), SESSION.ID.desc())
                .fetch(mapping(SessionView::unplaced));
    }
}

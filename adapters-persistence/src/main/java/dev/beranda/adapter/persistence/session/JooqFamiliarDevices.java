package dev.beranda.adapter.persistence.session;

import static dev.beranda.adapter.persistence.jooq.Tables.FAMILIAR_DEVICE;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;

import dev.beranda.domain.session.FamiliarDevices;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Field;

@Singleton
final class JooqFamiliarDevices implements FamiliarDevices {

    private final DSLContext sql;

    JooqFamiliarDevices(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Recognition recognise(UserId user, String device, String surroundings, Instant now) {
        return sql.insertInto(FAMILIAR_DEVICE)
                .set(FAMILIAR_DEVICE.USER_ID, user)
                .set(FAMILIAR_DEVICE.DEVICE, device)
                .set(FAMILIAR_DEVICE.SURROUNDINGS, surroundings)
                .set(FAMILIAR_DEVICE.FIRST_SEEN_AT, now)
                .set(FAMILIAR_DEVICE.LAST_SEEN_AT, now)
                .set(FAMILIAR_DEVICE.VISITS, 1L)
                .onConflict(FAMILIAR_DEVICE.USER_ID, FAMILIAR_DEVICE.DEVICE, FAMILIAR_DEVICE.SURROUNDINGS)
                .doUpdate()
                .set(FAMILIAR_DEVICE.LAST_SEEN_AT, excluded(FAMILIAR_DEVICE.LAST_SEEN_AT))
                .set(FAMILIAR_DEVICE.VISITS, FAMILIAR_DEVICE.VISITS.plus(1))
                .returningResult(FAMILIAR_DEVICE.VISITS.eq(1L), knowsAnother(user, device, surroundings))
                .fetchSingle(said -> recognition(said.value1(), said.value2()));
    }

    @Override
    public void forgetSince(UserId user, Instant moment) {
        sql.deleteFrom(FAMILIAR_DEVICE)
                .where(FAMILIAR_DEVICE.USER_ID.eq(user))
                .and(FAMILIAR_DEVICE.FIRST_SEEN_AT.ge(moment))
                .execute();
    }

    private static Field<Boolean> knowsAnother(UserId user, String device, String surroundings) {
        var other = FAMILIAR_DEVICE.as("other");
        return field(exists(selectOne()
                .from(other)
                .where(other.USER_ID.eq(user))
                .and(row(other.DEVICE, other.SURROUNDINGS).ne(device, surroundings))));
    }

    private static Recognition recognition(boolean isNew, boolean knowsAnother) {
        if (!isNew) {
            return Recognition.KNOWN;
        }
        return knowsAnother ? Recognition.STRANGE : Recognition.FIRST;
    }
}

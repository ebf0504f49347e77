package dev.beranda.adapter.persistence.activity;

import static dev.beranda.adapter.persistence.jooq.Tables.ACTIVITY;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.jsonbGetAttribute;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.row;

import dev.beranda.adapter.persistence.paging.Sequence;
import dev.beranda.application.activity.ActivityReader;
import dev.beranda.application.activity.ActivityView;
import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.application.shared.Position;
import dev.beranda.domain.session.Device;
import dev.beranda.domain.session.SessionId;
import dev.beranda.domain.shared.ClientAddress;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

@Singleton
final class JooqActivityReader implements ActivityReader {

    private static final Sequence LATEST_FIRST = Sequence.falling(ACTIVITY.AT, ACTIVITY.ID);

    private final DSLContext sql;

    JooqActivityReader(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Page<ActivityView> list(UserId user, PageRequest page) {
        Condition theirs = ACTIVITY.USER_ID.eq(user);
        var device = row(deviceFact("name"), deviceFact("user_agent"), deviceFact("address"), deviceFact("network"))
                .mapping(JooqActivityReader::device);
        var rows = sql.select(
                        ACTIVITY.ID,
                        ACTIVITY.AT,
                        ACTIVITY.KIND,
                        fact("session").convertFrom(JooqActivityReader::session),
                        device,
                        fact("reason"),
                        fact("from"),
                        fact("to"))
                .from(ACTIVITY)
                .where(theirs)
                .and(LATEST_FIRST.beyond(page))
                .orderBy(LATEST_FIRST.order(page))
                .limit(page.reach())
                .fetch(mapping(ActivityView::unplaced));
        return page.cut(rows, view -> Position.of(view.at(), view.id()), () -> sql.fetchCount(ACTIVITY, theirs));
    }

    private static Field<String> fact(String name) {
        return jsonbGetAttributeAsText(ACTIVITY.FACTS, name);
    }

    private static Field<String> deviceFact(String name) {
        return jsonbGetAttributeAsText(jsonbGetAttribute(ACTIVITY.FACTS, "device"), name);
    }

    private static @Nullable SessionId session(@Nullable String id) {
        return id == null ? null : new SessionId(UUID.fromString(id));
    }

    private static @Nullable Device device(
            @Nullable String name, @Nullable String userAgent, @Nullable String address, @Nullable String network) {
        return name == null || userAgent == null || address == null || network == null
                ? null
                : new Device(name, userAgent, new ClientAddress(address, network));
    }
}

package dev.beranda.adapter.persistence.activity;

import static dev.beranda.adapter.persistence.jooq.Tables.ACTIVITY;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttribute;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;

/// Who did something to somebody else is not told to these; so facts are named one by one.
@Singleton
final class JooqActivityHoldings implements Holdings {

    @Override
    public String word() {
        return "activity";
    }

    @Override
    public List<Holding> all() {
        return List.of(Holding.of(ACTIVITY, "security_log", ACTIVITY.USER_ID::eq)
                .telling(ACTIVITY.AT, ACTIVITY.ID, ACTIVITY.KIND)
                .telling(Stream.of("session", "device", "reason", "from", "to")
                        .map(JooqActivityHoldings::fact)
                        .toArray(Field<?>[]::new))
                .withholding("told fact by fact", ACTIVITY.FACTS)
                .withholding("whose export it is", ACTIVITY.USER_ID)
                .going());
    }

    private static Field<?> fact(String name) {
        return jsonbGetAttribute(ACTIVITY.FACTS, inline(name)).as(name);
    }
}

package dev.beranda.adapter.persistence.outbox;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.DELIVERY;
import static dev.beranda.adapter.persistence.jooq.Tables.OUTBOX;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttribute;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.select;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// What happened in the last weeks. Who did something to somebody else is not told to these; so facts are named one by
/// one.
@Singleton
final class JooqOutboxHoldings implements Holdings {

    private static final List<String> FACTS = List.of(
            "reason", "from", "to", "purpose", "address", "session", "device", "end", "post", "comment", "person");

    @Override
    public String word() {
        return "outbox";
    }

    @Override
    public List<Holding> all() {
        return List.of(
                Holding.of(OUTBOX, "history", JooqOutboxHoldings::isAbout)
                        .telling(OUTBOX.OCCURRED_AT, OUTBOX.ID, OUTBOX.TYPE)
                        .telling(FACTS.stream().map(JooqOutboxHoldings::fact).toArray(Field<?>[]::new))
                        .withholding("told fact by fact", OUTBOX.PAYLOAD)
                        .withholding("how it is kept, for ourselves", OUTBOX.POSITION, OUTBOX.RECORDED_AT)
                        .ending(person -> DSL.deleteFrom(OUTBOX).where(isAbout(person))),
                Holding.ofNobody(DELIVERY, "who still has to be told of an event, with which it goes"));
    }

    /// What was only asked for says an address, and nobody knew yet whose.
    private static Condition isAbout(UserId person) {
        var theirs =
                select(APP_USER.EMAIL.coerce(SQLDataType.CLOB)).from(APP_USER).where(APP_USER.ID.eq(person));
        return text("user")
                .eq(person.toString())
                .or(text("address").eq(theirs).and(text("user").isNull()));
    }

    private static Field<?> fact(String name) {
        return jsonbGetAttribute(OUTBOX.PAYLOAD, inline(name)).as(name);
    }

    private static Field<String> text(String name) {
        return jsonbGetAttributeAsText(OUTBOX.PAYLOAD, inline(name));
    }
}

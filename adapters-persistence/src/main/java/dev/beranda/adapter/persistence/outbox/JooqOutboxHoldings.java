package dev.beranda.adapter.persistence.outbox;

import static dev.beranda.adapter.persistence.jooq.Tables.ACTIVITY;
import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.DELIVERY;
import static dev.beranda.adapter.persistence.jooq.Tables.OUTBOX;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.update;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

/// What happened in the last weeks. What happened to others, or was done by them, is theirs, and may be on its way to
/// them still: of it only the name of who is forgotten goes.
@Singleton
final class JooqOutboxHoldings implements Holdings {

    private static final String INNER = "how it is kept, for ourselves";

    private static final Field<String> EMAIL = APP_USER.EMAIL.coerce(SQLDataType.CLOB);

    @Override
    public String word() {
        return "outbox";
    }

    @Override
    public List<Holding> all() {
        return List.of(
                Holding.of(OUTBOX, "history", JooqOutboxHoldings::isAbout)
                        .telling(OUTBOX.OCCURRED_AT, OUTBOX.ID, OUTBOX.TYPE)
                        .telling(Payload.toldOf(OUTBOX.PAYLOAD))
                        .withholding("told fact by fact", OUTBOX.PAYLOAD)
                        .withholding(INNER, OUTBOX.POSITION, OUTBOX.RECORDED_AT)
                        .ending(person -> deleteFrom(OUTBOX).where(isAbout(person))),
                naming("person"),
                naming("by"),
                Holding.of(DELIVERY, "deliveries", person -> DELIVERY.STREAM.eq(person.toString()))
                        .withholding(
                                INNER,
                                DELIVERY.EVENT_ID,
                                DELIVERY.RECIPIENT,
                                DELIVERY.STREAM,
                                DELIVERY.POSITION,
                                DELIVERY.ATTEMPTS,
                                DELIVERY.DUE_AT,
                                DELIVERY.PARKED_AT,
                                DELIVERY.FAILURE)
                        .endingAfterwards(JooqOutboxHoldings::goOnWithoutThem));
    }

    /// Others did something with them, or they to others. By then nobody can do so any more.
    private static Holding naming(String fact) {
        return Holding.of(OUTBOX, fact, person -> is(fact, person))
                .endingAfterwards(person -> update(OUTBOX)
                        .set(OUTBOX.PAYLOAD, Payload.without(OUTBOX.PAYLOAD, fact))
                        .where(is(fact, person)));
    }

    /// What is left to be delivered is of others.
    private static Query goOnWithoutThem(UserId person) {
        return update(DELIVERY)
                .set(DELIVERY.STREAM, DELIVERY.EVENT_ID.cast(SQLDataType.CLOB))
                .where(DELIVERY.STREAM.eq(person.toString()));
    }

    private static Condition isAbout(UserId person) {
        return is("user", person).or(isLetterTo(person));
    }

    /// What was only asked for says an address, and nobody knew yet whose. An address that was given up may be
    /// another's since; what was sent there before is not theirs.
    private static Condition isLetterTo(UserId person) {
        Field<String> address = fact("address");
        var others = selectOne().from(APP_USER).where(EMAIL.eq(address)).and(APP_USER.ID.ne(person));
        var leaving = selectOne()
                .from(ACTIVITY)
                .where(isMoveOf(person))
                .and(ACTIVITY.AT.ge(OUTBOX.OCCURRED_AT))
                .and(Payload.text(ACTIVITY.FACTS, "from").eq(address));
        return address.eq(any(array(addressesOf(person))))
                .and(fact("user").isNull().or(isOfNobodyYet()))
                .and(notExists(others).or(exists(leaving)));
    }

    /// Who asked for an account with it has none, and never will while somebody has the address.
    private static Condition isOfNobodyYet() {
        var opened =
                selectOne().from(APP_USER).where(APP_USER.ID.eq(fact("user").cast(APP_USER.ID)));
        return OUTBOX.TYPE.eq(Entry.ACCOUNT_WANTED).and(notExists(opened));
    }

    private static Select<Record1<String>> addressesOf(UserId person) {
        return select(EMAIL)
                .from(APP_USER)
                .where(APP_USER.ID.eq(person))
                .unionAll(select(Payload.text(ACTIVITY.FACTS, "from"))
                        .from(ACTIVITY)
                        .where(isMoveOf(person)))
                .unionAll(select(Payload.text(ACTIVITY.FACTS, "to"))
                        .from(ACTIVITY)
                        .where(isMoveOf(person)));
    }

    /// The log that the person reads remembers for longer than the outbox where they had their letters sent.
    private static Condition isMoveOf(UserId person) {
        return ACTIVITY.USER_ID.eq(person).and(ACTIVITY.KIND.eq(Entry.EMAIL_CHANGED));
    }

    private static Condition is(String fact, UserId person) {
        return fact(fact).eq(person.toString());
    }

    private static Field<String> fact(String name) {
        return Payload.text(OUTBOX.PAYLOAD, name);
    }
}

package dev.beranda.adapter.persistence.tally;

import static dev.beranda.adapter.persistence.jooq.Tables.TALLY_CHANGE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.update;

import java.util.List;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// The work on one counter. Whoever does it has the counter to themselves until their transaction ends, so nobody waits
/// in a ring and nothing is added up while it is being checked.
///
/// @param <N> in what is counted
final class Folding<N extends Number> {

    /// Among all the advisory locks of the house.
    private static final int LOCKS = 0x7a11;

    private static final String TAKEN = "taken";
    private static final String SUMS = "sums";
    private static final String HELD = "held";
    private static final String COUNTED = "counted";

    private final DSLContext sql;
    private final Counter counter;
    private final Field<N> count;
    private final DataType<N> number;

    private Folding(DSLContext sql, Counter counter, Field<N> count) {
        this.sql = sql;
        this.counter = counter;
        this.count = count;
        this.number = count.getDataType();
    }

    static Folding<?> of(Counter counter, DSLContext sql) {
        return new Folding<>(sql, counter, counter.count());
    }

    /// Nobody waits: who cannot have it leaves the work to who has it.
    boolean take() {
        Field<Boolean> isTaken = function(
                name("pg_try_advisory_xact_lock"),
                SQLDataType.BOOLEAN,
                inline(LOCKS),
                inline(counter.word().hashCode()));
        return sql.select(isTaken).fetchSingle().value1();
    }

    /// Adds up the oldest changes, and forgets them.
    ///
    /// @return how many there were
    int fold(int most) {
        return sql.with(taken(most))
                .with(sums())
                .with(held())
                .with(counted())
                .selectCount()
                .from(table(name(TAKEN)))
                .fetchSingle()
                .value1();
    }

    /// As an array, so that they are found by the key, however many the planner believes there are.
    private CommonTableExpression<?> taken(int most) {
        return name(TAKEN)
                .fields("subject", "delta")
                .as(deleteFrom(TALLY_CHANGE)
                        .where(TALLY_CHANGE.COUNTER.eq(counter.word()))
                        .and(TALLY_CHANGE.ID.eq(any(array(select(TALLY_CHANGE.ID)
                                .from(TALLY_CHANGE)
                                .where(TALLY_CHANGE.COUNTER.eq(counter.word()))
                                .orderBy(TALLY_CHANGE.ID)
                                .limit(most)))))
                        .returningResult(TALLY_CHANGE.SUBJECT, TALLY_CHANGE.DELTA));
    }

    private CommonTableExpression<?> sums() {
        var total = sum(field(name(TAKEN, "delta"), SQLDataType.INTEGER)).cast(number);
        return name(SUMS)
                .fields("subject", "delta")
                .as(select(subject(TAKEN), total)
                        .from(table(name(TAKEN)))
                        .groupBy(subject(TAKEN))
                        .having(total.ne(inline(0).cast(number))));
    }

    /// The rows are locked in one order, for an update alone would lock them in any.
    private CommonTableExpression<?> held() {
        return name(HELD)
                .fields("subject", "delta")
                .as(select(counter.subject(), delta(SUMS))
                        .from(counter.table())
                        .join(table(name(SUMS)))
                        .on(counter.subject().eq(subject(SUMS)))
                        .orderBy(counter.subject())
                        .forNoKeyUpdate()
                        .of(counter.table()));
    }

    private CommonTableExpression<?> counted() {
        return name(COUNTED)
                .fields("subject")
                .as(update(counter.table())
                        .set(count, count.plus(delta(HELD)))
                        .from(table(name(HELD)))
                        .where(counter.subject().eq(subject(HELD)))
                        .returningResult(counter.subject()));
    }

    /// @param last nothing for the beginning
    List<UUID> subjectsBehind(@Nullable UUID last, int most) {
        return sql.select(counter.subject())
                .from(counter.table())
                .where(last == null ? noCondition() : counter.subject().gt(last))
                .orderBy(counter.subject())
                .limit(most)
                .fetch(counter.subject());
    }

    /// Counts the rows themselves, and puts right what does not agree with them and with what is still to be added up:
    /// all of it as it was at one moment.
    ///
    /// @return how many counters were wrong
    int mend(List<UUID> subjects) {
        var pending = select(coalesce(sum(TALLY_CHANGE.DELTA), inline(0)))
                .from(TALLY_CHANGE)
                .where(TALLY_CHANGE.COUNTER.eq(counter.word()))
                .and(TALLY_CHANGE.SUBJECT.eq(counter.subject()));
        Field<N> right =
                counter.rows().minus(field(pending).cast(SQLDataType.INTEGER)).cast(number);
        return sql.update(counter.table())
                .set(count, right)
                .where(counter.subject().in(subjects))
                .and(count.ne(right))
                .execute();
    }

    private static Field<UUID> subject(String of) {
        return field(name(of, "subject"), SQLDataType.UUID);
    }

    private Field<N> delta(String of) {
        return field(name(of, "delta"), number);
    }
}

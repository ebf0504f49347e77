package dev.beranda.adapter.persistence.audit;

import static dev.beranda.adapter.persistence.jooq.Tables.AUDIT_ENTRY;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.noCondition;

import dev.beranda.adapter.persistence.paging.Sequence;
import dev.beranda.application.audit.AuditReader;
import dev.beranda.application.audit.AuditView;
import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.application.shared.Position;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

@Singleton
final class JooqAuditReader implements AuditReader {

    private static final Sequence LATEST_FIRST = Sequence.falling(AUDIT_ENTRY.AT, AUDIT_ENTRY.ID);

    private final DSLContext sql;

    JooqAuditReader(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Page<AuditView> list(Which which, PageRequest page) {
        Condition condition = condition(which);
        var rows = sql.select(
                        AUDIT_ENTRY.ID,
                        AUDIT_ENTRY.AT,
                        AUDIT_ENTRY.ACTOR,
                        AUDIT_ENTRY.ACTION,
                        AUDIT_ENTRY.SUBJECT,
                        AUDIT_ENTRY.ADDRESS,
                        AUDIT_ENTRY.REQUEST_ID,
                        AUDIT_ENTRY.BEFORE.convertFrom(JSONB::data),
                        AUDIT_ENTRY.AFTER.convertFrom(JSONB::data))
                .from(AUDIT_ENTRY)
                .where(condition)
                .and(LATEST_FIRST.beyond(page))
                .orderBy(LATEST_FIRST.order(page))
                .limit(page.reach())
                .fetch(mapping(AuditView::new));
        return page.cut(
                rows, entry -> Position.of(entry.at(), entry.id()), () -> sql.fetchCount(AUDIT_ENTRY, condition));
    }

    private static Condition condition(Which which) {
        return given(which.actor(), AUDIT_ENTRY.ACTOR::eq)
                .and(given(which.action(), action -> AUDIT_ENTRY.ACTION.eq(action.value())))
                .and(given(which.subject(), subject -> AUDIT_ENTRY.SUBJECT.eq(subject.value())))
                .and(given(which.from(), AUDIT_ENTRY.AT::ge))
                .and(given(which.to(), AUDIT_ENTRY.AT::lt));
    }

    private static <T> Condition given(@Nullable T wish, Function<T, Condition> condition) {
        return wish == null ? noCondition() : condition.apply(wish);
    }
}

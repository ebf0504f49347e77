package dev.beranda.adapter.persistence.audit;

import static dev.beranda.adapter.persistence.jooq.Tables.AUDIT_ENTRY;
import static org.jooq.impl.DSL.jsonbObject;
import static org.jooq.impl.DSL.key;

import dev.beranda.adapter.persistence.transaction.CurrentTransaction;
import dev.beranda.domain.audit.AuditEntry;
import dev.beranda.domain.audit.AuditLog;
import dev.beranda.domain.shared.UuidSource;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.JSONEntry;

@Singleton
final class JooqAuditLog implements AuditLog {

    private final DSLContext sql;
    private final CurrentTransaction transaction;
    private final UuidSource uuids;

    JooqAuditLog(DSLContext sql, CurrentTransaction transaction, UuidSource uuids) {
        this.sql = sql;
        this.transaction = transaction;
        this.uuids = uuids;
    }

    @Override
    public void append(AuditEntry entry) {
        appendAll(List.of(entry));
    }

    @Override
    public void appendAll(List<AuditEntry> entries) {
        if (!transaction.isOpen()) {
            throw new IllegalStateException("an entry outside the transaction of what it tells");
        }
        if (entries.isEmpty()) {
            return;
        }
        var writing = sql.insertInto(AUDIT_ENTRY).set(columns(entries.getFirst()));
        for (AuditEntry entry : entries.subList(1, entries.size())) {
            writing = writing.newRecord().set(columns(entry));
        }
        writing.execute();
    }

    private Map<Field<?>, Object> columns(AuditEntry entry) {
        return Map.of(
                AUDIT_ENTRY.ID, uuids.next(),
                AUDIT_ENTRY.AT, entry.at(),
                AUDIT_ENTRY.ACTOR, entry.actor(),
                AUDIT_ENTRY.ACTION, entry.action().word(),
                AUDIT_ENTRY.SUBJECT, entry.subject(),
                AUDIT_ENTRY.ADDRESS, entry.from().address().value(),
                AUDIT_ENTRY.REQUEST_ID, entry.from().request(),
                AUDIT_ENTRY.BEFORE, facts(entry.before()),
                AUDIT_ENTRY.AFTER, facts(entry.after()));
    }

    private static Field<JSONB> facts(Map<String, Object> facts) {
        List<? extends JSONEntry<?>> entries = facts.entrySet().stream()
                .map(fact -> key(fact.getKey()).value(fact.getValue()))
                .toList();
        return jsonbObject(entries);
    }
}

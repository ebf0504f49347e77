package dev.beranda.adapter.persistence.outbox;

import static dev.beranda.adapter.persistence.jooq.Tables.OUTBOX;
import static org.jooq.impl.DSL.jsonbObject;

import dev.beranda.adapter.persistence.transaction.CurrentTransaction;
import dev.beranda.domain.shared.DomainEvent;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.UuidSource;
import jakarta.inject.Singleton;
import org.jooq.DSLContext;

/// Writes events beside what they are about, in the same transaction: they are there if and only if it committed.
@Singleton
final class OutboxEvents implements DomainEvents {

    private final DSLContext sql;
    private final CurrentTransaction transaction;
    private final UuidSource uuids;

    OutboxEvents(DSLContext sql, CurrentTransaction transaction, UuidSource uuids) {
        this.sql = sql;
        this.transaction = transaction;
        this.uuids = uuids;
    }

    @Override
    public void append(DomainEvent event) {
        if (!transaction.isOpen()) {
            throw new IllegalStateException("an event outside the transaction in which it happened");
        }
        var letter = Letter.about(event);
        sql.insertInto(OUTBOX)
                .set(OUTBOX.ID, uuids.next())
                .set(OUTBOX.TYPE, letter.type())
                .set(OUTBOX.PAYLOAD, jsonbObject(letter.payload()))
                .set(OUTBOX.OCCURRED_AT, event.at())
                .execute();
    }
}

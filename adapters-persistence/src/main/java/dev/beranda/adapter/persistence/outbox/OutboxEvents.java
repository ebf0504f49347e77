package dev.beranda.adapter.persistence.outbox;

import static dev.beranda.adapter.persistence.jooq.Tables.ACTIVITY;
import static dev.beranda.adapter.persistence.jooq.Tables.DELIVERY;
import static dev.beranda.adapter.persistence.jooq.Tables.OUTBOX;
import static org.jooq.impl.DSL.jsonbObject;

import dev.beranda.adapter.persistence.transaction.CurrentTransaction;
import dev.beranda.domain.shared.DomainEvent;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/// Writes events beside what they are about, in the same transaction: they are there if and only if it committed. With
/// them, a note for everybody who is to react, and what people can read of their own accounts.
@Singleton
final class OutboxEvents implements DomainEvents {

    private final DSLContext sql;
    private final CurrentTransaction transaction;
    private final UuidSource uuids;
    private final Routes routes;
    private final Chronicle chronicle;

    OutboxEvents(DSLContext sql, CurrentTransaction transaction, UuidSource uuids, Routes routes, Chronicle chronicle) {
        this.sql = sql;
        this.transaction = transaction;
        this.uuids = uuids;
        this.routes = routes;
        this.chronicle = chronicle;
    }

    @Override
    public void append(DomainEvent event) {
        if (!transaction.isOpen()) {
            throw new IllegalStateException("an event outside the transaction in which it happened");
        }
        var entry = Entry.about(event);
        List<String> recipients = routes.of(event);
        UUID id = uuids.next();
        var writing = sql.insertInto(OUTBOX)
                .set(OUTBOX.ID, id)
                .set(OUTBOX.TYPE, entry.type())
                .set(OUTBOX.PAYLOAD, jsonbObject(entry.payload()))
                .set(OUTBOX.OCCURRED_AT, event.at());
        if (recipients.isEmpty()) {
            writing.execute();
        } else {
            Long position =
                    writing.returningResult(OUTBOX.POSITION).fetchSingle().value1();
            recipients.forEach(recipient -> note(id, recipient, entry.stream(), position));
        }
        if (entry.owner() != null && chronicle.keeps(event)) {
            remember(id, entry.owner(), entry, event.at());
        }
    }

    /// Without who did it, which those who read it are not told.
    private void remember(UUID event, UserId owner, Entry entry, Instant at) {
        sql.insertInto(ACTIVITY)
                .set(ACTIVITY.ID, event)
                .set(ACTIVITY.USER_ID, owner)
                .set(ACTIVITY.KIND, entry.type())
                .set(ACTIVITY.FACTS, Payload.without(jsonbObject(entry.payload()), "by"))
                .set(ACTIVITY.AT, at)
                .execute();
    }

    private void note(UUID event, String recipient, String stream, Long position) {
        sql.insertInto(DELIVERY)
                .set(DELIVERY.EVENT_ID, event)
                .set(DELIVERY.RECIPIENT, recipient)
                .set(DELIVERY.STREAM, stream)
                .set(DELIVERY.POSITION, position)
                .execute();
    }
}

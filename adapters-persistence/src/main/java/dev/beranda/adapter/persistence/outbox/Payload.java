package dev.beranda.adapter.persistence.outbox;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttribute;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.name;

import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;

/// The facts of an event, by the names that [Entry] gives them.
public final class Payload {

    private Payload() {}

    /// What people are told of what happened to them, one by one. Who it happened to goes without saying; who did it
    /// to them is about that one.
    public static Field<?>[] toldOf(Field<JSONB> payload) {
        return Stream.of(
                        "reason",
                        "from",
                        "to",
                        "purpose",
                        "language",
                        "address",
                        "session",
                        "device",
                        "end",
                        "provider",
                        "passkey",
                        "left",
                        "post",
                        "comment",
                        "person")
                .map(fact -> jsonbGetAttribute(payload, inline(fact)).as(fact))
                .toArray(Field<?>[]::new);
    }

    static Field<String> text(Field<JSONB> payload, String fact) {
        return jsonbGetAttributeAsText(payload, inline(fact));
    }

    static Field<JSONB> without(Field<JSONB> payload, String fact) {
        return function(name("jsonb_delete"), SQLDataType.JSONB, payload, inline(fact));
    }
}

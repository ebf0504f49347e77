package dev.beranda.adapter.persistence.privacy;

import dev.beranda.domain.privacy.Piece;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// A row as it is told: in plain words, whatever types it has in here.
final class Told {

    private Told() {}

    static Map<String, Object> facts(Record row) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Field<?> field : row.fields()) {
            Object plain = plain(field, row);
            if (plain != null && !"".equals(plain)) {
                facts.put(field.getName(), plain);
            }
        }
        return facts;
    }

    private static <T> @Nullable Object plain(Field<T> field, Record row) {
        T value = row.get(field);
        return switch (value) {
            case null -> null;
            case Instant at -> at.toString();
            case Object[] several -> Arrays.stream(several).map(String::valueOf).toList();
            case JSONB json -> new Piece.Json(json.data());
            default -> {
                Object stored = field.getConverter().to(value);
                yield stored instanceof Number || stored instanceof Boolean ? stored : String.valueOf(stored);
            }
        };
    }
}

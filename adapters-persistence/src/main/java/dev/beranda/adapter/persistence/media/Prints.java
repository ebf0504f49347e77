package dev.beranda.adapter.persistence.media;

import static dev.beranda.adapter.persistence.jooq.Tables.MEDIA;
import static dev.beranda.adapter.persistence.jooq.Tables.MEDIA_PRINT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import dev.beranda.domain.media.Print;
import java.util.List;
import org.jooq.Field;

/// The sizes of a medium, in the row of the medium itself.
final class Prints {

    static final Field<List<Print>> OF_MEDIUM = multiset(
                    select(MEDIA_PRINT.WIDTH, MEDIA_PRINT.HEIGHT, MEDIA_PRINT.FORMAT, MEDIA_PRINT.BYTES)
                            .from(MEDIA_PRINT)
                            .where(MEDIA_PRINT.MEDIA_ID.eq(MEDIA.ID))
                            .orderBy(MEDIA_PRINT.WIDTH, MEDIA_PRINT.FORMAT))
            .convertFrom(rows -> rows.map(mapping(Print::new)));

    private Prints() {}
}

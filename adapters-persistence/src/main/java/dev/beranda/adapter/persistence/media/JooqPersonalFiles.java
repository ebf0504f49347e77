package dev.beranda.adapter.persistence.media;

import static dev.beranda.adapter.persistence.jooq.Tables.MEDIA;
import static dev.beranda.adapter.persistence.jooq.Tables.MEDIA_PRINT;

import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.media.Print;
import dev.beranda.domain.media.Shelves;
import dev.beranda.domain.privacy.PersonalFiles;
import dev.beranda.domain.privacy.Piece;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/// The pictures people brought, each in the size that is nearest to how it came.
@Singleton
final class JooqPersonalFiles implements PersonalFiles {

    private static final int BITE = 500;

    private final DSLContext sql;
    private final Shelves shelves;

    JooqPersonalFiles(DSLContext sql, Shelves shelves) {
        this.sql = sql;
        this.shelves = shelves;
    }

    @Override
    public List<Piece.Enclosure> of(UserId person, long mostBytes) {
        List<Piece.Enclosure> files = new ArrayList<>();
        long left = mostBytes;
        try (var largest = sql.select(
                        MEDIA.ID, MEDIA_PRINT.WIDTH, MEDIA_PRINT.HEIGHT, MEDIA_PRINT.FORMAT, MEDIA_PRINT.BYTES)
                .distinctOn(MEDIA.ID)
                .from(MEDIA)
                .join(MEDIA_PRINT)
                .on(MEDIA_PRINT.MEDIA_ID.eq(MEDIA.ID))
                .where(MEDIA.OWNER_ID.eq(person))
                .orderBy(MEDIA.ID.desc(), MEDIA_PRINT.WIDTH.desc(), MEDIA_PRINT.BYTES.desc())
                .fetchSize(BITE)
                .fetchLazy()) {
            for (var row : largest) {
                var print = new Print(row.value2(), row.value3(), row.value4(), row.value5());
                left -= print.bytes();
                if (left < 0) {
                    break;
                }
                files.add(enclosure(row.value1(), print));
            }
        }
        return files;
    }

    private Piece.Enclosure enclosure(MediaId id, Print print) {
        return new Piece.Enclosure("media", id + "." + print.format().ending(), () -> shelves.find(id, print));
    }
}

package dev.beranda.adapter.persistence.media;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.MEDIA;
import static dev.beranda.adapter.persistence.jooq.Tables.MEDIA_PRINT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import dev.beranda.domain.media.Media;
import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.media.Medium;
import dev.beranda.domain.media.Owner;
import dev.beranda.domain.media.Print;
import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

@Singleton
final class JooqMedia implements Media {

    private final DSLContext sql;

    JooqMedia(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Medium> find(MediaId id) {
        return sql.select(
                        MEDIA.ID,
                        MEDIA.OWNER_ID,
                        MEDIA.WAS,
                        MEDIA.WIDTH,
                        MEDIA.HEIGHT,
                        MEDIA.ALT,
                        Prints.OF_MEDIUM,
                        MEDIA.UPLOADED_AT,
                        MEDIA.VERSION)
                .from(MEDIA)
                .where(MEDIA.ID.eq(id))
                .fetchOptional(mapping((known, owner, was, width, height, alt, prints, at, version) ->
                        new Medium(known, owner(owner), was, width, height, alt, prints, at, version)));
    }

    private static Owner owner(@Nullable UserId user) {
        return user == null ? new Owner.Nobody() : new Owner.Somebody(user);
    }

    /// Who holds the owner's row counts and adds alone.
    @Override
    public Admission add(Medium medium, long quota) {
        if (!(medium.owner() instanceof Owner.Somebody(var owner))) {
            insert(medium, null);
            return Admission.ADDED;
        }
        if (!isHeld(owner)) {
            return Admission.OWNER_GONE;
        }
        if (taken(owner) + medium.bytes() > quota) {
            return Admission.OVER_QUOTA;
        }
        insert(medium, owner);
        return Admission.ADDED;
    }

    private boolean isHeld(UserId owner) {
        return sql.select(APP_USER.ID)
                .from(APP_USER)
                .where(APP_USER.ID.eq(owner))
                .forNoKeyUpdate()
                .fetchOptional()
                .isPresent();
    }

    private long taken(UserId owner) {
        return sql.select(coalesce(sum(MEDIA.BYTES), inline(BigDecimal.ZERO)))
                .from(MEDIA)
                .where(MEDIA.OWNER_ID.eq(owner))
                .fetchSingle(row -> row.value1().longValueExact());
    }

    private void insert(Medium medium, @Nullable UserId owner) {
        sql.insertInto(MEDIA)
                .set(MEDIA.ID, medium.id())
                .set(MEDIA.OWNER_ID, owner)
                .set(MEDIA.WAS, medium.was())
                .set(MEDIA.WIDTH, medium.width())
                .set(MEDIA.HEIGHT, medium.height())
                .set(MEDIA.ALT, medium.alt())
                .set(MEDIA.BYTES, medium.bytes())
                .set(MEDIA.UPLOADED_AT, medium.uploadedAt())
                .set(MEDIA.VERSION, medium.version())
                .execute();
        var prints = sql.insertInto(
                MEDIA_PRINT,
                MEDIA_PRINT.MEDIA_ID,
                MEDIA_PRINT.WIDTH,
                MEDIA_PRINT.HEIGHT,
                MEDIA_PRINT.FORMAT,
                MEDIA_PRINT.BYTES);
        for (Print print : medium.prints()) {
            prints = prints.values(medium.id(), print.width(), print.height(), print.format(), print.bytes());
        }
        prints.execute();
    }

    @Override
    public Medium save(Medium medium) {
        int saved = sql.update(MEDIA)
                .set(MEDIA.ALT, medium.alt())
                .set(MEDIA.VERSION, medium.version() + 1)
                .where(MEDIA.ID.eq(medium.id()).and(MEDIA.VERSION.eq(medium.version())))
                .execute();
        if (saved == 0) {
            throw new StaleAggregate("Medium " + medium.id());
        }
        return new Medium(
                medium.id(),
                medium.owner(),
                medium.was(),
                medium.width(),
                medium.height(),
                medium.alt(),
                medium.prints(),
                medium.uploadedAt(),
                medium.version() + 1);
    }

    @Override
    public void remove(MediaId id) {
        sql.deleteFrom(MEDIA).where(MEDIA.ID.eq(id)).execute();
    }

    @Override
    public Set<MediaId> known(List<MediaId> ids) {
        return new HashSet<>(
                sql.select(MEDIA.ID).from(MEDIA).where(MEDIA.ID.in(ids)).fetch(MEDIA.ID));
    }
}

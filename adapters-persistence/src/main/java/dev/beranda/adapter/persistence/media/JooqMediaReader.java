package dev.beranda.adapter.persistence.media;

import static dev.beranda.adapter.persistence.jooq.Tables.MEDIA;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.noCondition;

import dev.beranda.adapter.persistence.paging.Sequence;
import dev.beranda.application.media.MediaReader;
import dev.beranda.application.media.MediumView;
import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.application.shared.Position;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

@Singleton
final class JooqMediaReader implements MediaReader {

    private static final Sequence LATEST_FIRST = Sequence.falling(MEDIA.ID);

    private final DSLContext sql;

    JooqMediaReader(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Page<MediumView> list(@Nullable UserId owner, PageRequest page) {
        Condition whose = owner == null ? noCondition() : MEDIA.OWNER_ID.eq(owner);
        var rows = sql.select(
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
                .where(whose)
                .and(LATEST_FIRST.beyond(page))
                .orderBy(LATEST_FIRST.order(page))
                .limit(page.reach())
                .fetch(mapping(MediumView::new));
        return page.cut(rows, medium -> Position.of(medium.id()), () -> sql.fetchCount(MEDIA, whose));
    }
}

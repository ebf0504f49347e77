package dev.beranda.adapter.persistence.media;

import static dev.beranda.adapter.persistence.jooq.Tables.MEDIA;
import static dev.beranda.adapter.persistence.jooq.Tables.MEDIA_PRINT;
import static org.jooq.impl.DSL.update;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.Query;

@Singleton
final class JooqMediaHoldings implements Holdings {

    @Override
    public String word() {
        return "media";
    }

    @Override
    public List<Holding> all() {
        return List.of(
                Holding.of(MEDIA, "media", MEDIA.OWNER_ID::eq)
                        .telling(
                                MEDIA.ID,
                                MEDIA.WAS,
                                MEDIA.WIDTH,
                                MEDIA.HEIGHT,
                                MEDIA.ALT,
                                MEDIA.BYTES,
                                MEDIA.UPLOADED_AT)
                        .withholding("whose export it is", MEDIA.OWNER_ID)
                        .withholding("counts saves, for ourselves", MEDIA.VERSION)
                        .ending(JooqMediaHoldings::leaveToNobody),
                Holding.ofNobody(MEDIA_PRINT, "sizes of pictures; whose a picture is stands with it"));
    }

    /// What was written with stays, as what was written does.
    private static Query leaveToNobody(UserId person) {
        return update(MEDIA).setNull(MEDIA.OWNER_ID).where(MEDIA.OWNER_ID.eq(person));
    }
}

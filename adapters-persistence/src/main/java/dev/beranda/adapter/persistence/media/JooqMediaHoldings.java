package dev.beranda.adapter.persistence.media;

import static dev.beranda.adapter.persistence.jooq.Tables.MEDIA;
import static dev.beranda.adapter.persistence.jooq.Tables.MEDIA_PRINT;
import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_MEDIUM;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.selectOne;

import dev.beranda.adapter.persistence.post.PostChoice;
import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.Condition;
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
                        .ending(JooqMediaHoldings::takeAlongWhatIsNotShown),
                Holding.ofNobody(POST_MEDIUM, "which pictures posts show"),
                Holding.ofNobody(MEDIA_PRINT, "sizes of pictures; whose a picture is stands with it"));
    }

    /// What is shown by a post that stays, stays with it, as nobody's; the rest goes.
    private static Query takeAlongWhatIsNotShown(UserId person) {
        Condition isCover = POST.COVER_ID.eq(MEDIA.ID).and(PostChoice.staysWithout(person));
        Condition isInText = POST_MEDIUM.MEDIA_ID.eq(MEDIA.ID).and(PostChoice.staysWithout(person));
        return deleteFrom(MEDIA)
                .where(MEDIA.OWNER_ID.eq(person))
                .andNotExists(selectOne().from(POST).where(isCover))
                .andNotExists(selectOne()
                        .from(POST_MEDIUM)
                        .join(POST)
                        .on(POST.ID.eq(POST_MEDIUM.POST_ID))
                        .where(isInText));
    }
}

package dev.beranda.adapter.persistence.post;

import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_TAG;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import jakarta.inject.Singleton;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// Notices that posts' moments have come, so that they count for what they are found by. Every node may look at any
/// time: each takes what the others leave.
@Singleton
public final class Openings {

    private static final int BITE = 1_000;

    private final DSLContext sql;
    private final PostCards cards;

    Openings(DSLContext sql, PostCards cards) {
        this.sql = sql;
        this.cards = cards;
    }

    /// What it counts is added up with all else that came and went.
    public void notice() {
        noticeTags();
        noticeCategories();
    }

    private void noticeTags() {
        Condition isDue = POST_TAG.VISIBLE_FROM.le(cards.now()).andNot(POST_TAG.COUNTED);
        sql.update(POST_TAG)
                .set(POST_TAG.COUNTED, true)
                .where(row(POST_TAG.POST_ID, POST_TAG.TAG_ID)
                        .in(select(POST_TAG.POST_ID, POST_TAG.TAG_ID)
                                .from(POST_TAG)
                                .where(isDue)
                                .limit(BITE)
                                .forUpdate()
                                .skipLocked()))
                .execute();
    }

    private void noticeCategories() {
        Condition isDue = POST.VISIBLE_FROM
                .le(cards.now())
                .and(POST.CATEGORY_ID.isNotNull())
                .and(POST.COUNTED_UNDER.isNull());
        sql.update(POST)
                .set(POST.COUNTED_UNDER, POST.CATEGORY_ID)
                .where(POST.ID.in(select(POST.ID)
                        .from(POST)
                        .where(isDue)
                        .limit(BITE)
                        .forNoKeyUpdate()
                        .skipLocked()))
                .execute();
    }
}

package dev.beranda.adapter.persistence.syndication;

import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.SITEMAP_PART;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import dev.beranda.adapter.persistence.jooq.tables.SitemapPart;
import dev.beranda.adapter.persistence.post.PostCards;
import dev.beranda.application.syndication.PartView;
import dev.beranda.application.syndication.PlaceView;
import dev.beranda.application.syndication.SitemapReader;
import dev.beranda.application.syndication.SitemapView;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.shared.Slug;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// A part is what lies between two ids, in the order of the key, so that nothing has to be counted through to find
/// where one begins.
@Singleton
final class JooqSitemapReader implements SitemapReader {

    /// What the protocol lets one map hold, less the home page.
    static final int MOST = 49_999;

    private static final int FIRST = 1;

    private static final String PLACE = "place";
    private static final Field<PostId> ID = field(name(PLACE, "id"), POST.ID.getDataType());
    private static final Field<Slug> SLUG = field(name(PLACE, "slug"), POST.SLUG.getDataType());
    private static final Field<Instant> CHANGED = field(name(PLACE, "changed"), POST.UPDATED_AT.getDataType());

    private final DSLContext sql;
    private final PostCards cards;

    JooqSitemapReader(DSLContext sql, PostCards cards) {
        this.sql = sql;
        this.cards = cards;
    }

    /// Where there are several parts, posts are only looked for, and not read.
    @Override
    public SitemapView whole() {
        Condition isOnlyOne = notExists(selectOne().from(SITEMAP_PART).where(SITEMAP_PART.NUMBER.gt(FIRST)));
        Condition isWorthwhile = SITEMAP_PART
                .NUMBER
                .eq(FIRST)
                .or(exists(selectOne().from(POST).where(isIn(SITEMAP_PART)).and(cards.isVisible())));
        var rows = sql.select(SITEMAP_PART.NUMBER, SITEMAP_PART.CHANGED_AT, SLUG, CHANGED, field(isOnlyOne))
                .from(SITEMAP_PART)
                .leftJoin(places(isOnlyOne))
                .on(trueCondition())
                .where(isWorthwhile)
                .orderBy(SITEMAP_PART.NUMBER, ID)
                .fetch();
        return rows.getFirst().value5()
                ? new SitemapView.Whole(places(rows))
                : new SitemapView.Parts(rows.map(row -> new PartView(row.value1(), row.value2())));
    }

    @Override
    public Optional<List<PlaceView>> part(int number) {
        Condition isInPart = POST.ID
                .ge(field(select(SITEMAP_PART.FIRST_ID).from(SITEMAP_PART).where(SITEMAP_PART.NUMBER.eq(number))))
                .and(POST.ID.lt(
                        field(select(SITEMAP_PART.END_ID).from(SITEMAP_PART).where(SITEMAP_PART.NUMBER.eq(number)))));
        var rows = sql.select(SLUG, CHANGED)
                .from(SITEMAP_PART.leftJoin(places(isInPart)).on(trueCondition()))
                .where(SITEMAP_PART.NUMBER.eq(number))
                .orderBy(ID)
                .fetch();
        List<PlaceView> places = places(rows);
        return rows.isEmpty() || number > FIRST && places.isEmpty() ? Optional.empty() : Optional.of(places);
    }

    /// Its limit is also what has it looked at as a whole, and not row by row of what it is joined with.
    private Table<?> places(Condition condition) {
        return select(
                        POST.ID.as(ID),
                        POST.SLUG.as(SLUG),
                        greatest(POST.UPDATED_AT, POST.VISIBLE_FROM).as(CHANGED))
                .from(POST)
                .where(condition)
                .and(cards.isVisible())
                .orderBy(POST.ID)
                .limit(inline(MOST))
                .asTable(PLACE);
    }

    private static List<PlaceView> places(List<? extends Record> rows) {
        return rows.stream()
                .filter(row -> row.get(SLUG) != null)
                .map(row -> new PlaceView(row.get(SLUG), row.get(CHANGED)))
                .toList();
    }

    static Condition isIn(SitemapPart part) {
        return POST.ID.ge(part.FIRST_ID).and(POST.ID.lt(part.END_ID));
    }
}

package dev.beranda.adapter.persistence.syndication;

import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.SITEMAP_PART;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import dev.beranda.adapter.persistence.post.PostCards;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;

/// Keeps the parts of the map of the site: begins a new one where one has become too full, and notes which have
/// changed. Every node may do it at any time.
@Singleton
public final class SitemapParts {

    /// Of any posts, seen or not, in one part: so that no more can ever be seen in it than a map may hold, though
    /// one or the other still comes in between.
    private static final int USUAL = 45_000;

    private static final int MOST_CUTS = 100;

    private static final int FIRST = 1;

    /// What was saved at a moment may only be there for all a little later.
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private static final String NEWS = "news";
    private static final Field<Integer> NUMBER = field(name(NEWS, "number"), SITEMAP_PART.NUMBER.getDataType());
    private static final Field<Instant> AT = field(name(NEWS, "at"), POST.UPDATED_AT.getDataType());

    private final DSLContext sql;
    private final PostCards cards;
    private final Transactions transactions;
    private final int fullAt;
    private final AtomicInteger lastLookedInto = new AtomicInteger();

    @Inject
    SitemapParts(DSLContext sql, PostCards cards, Transactions transactions) {
        this(sql, cards, transactions, USUAL);
    }

    SitemapParts(DSLContext sql, PostCards cards, Transactions transactions, int fullAt) {
        this.sql = sql;
        this.cards = cards;
        this.transactions = transactions;
        this.fullAt = fullAt;
    }

    /// Looks into the part in which new posts are, and into one of the others, in turn: an import may bring old ones.
    public void keep() {
        noteChanges();
        int cuts = 0;
        while (cuts < MOST_CUTS && divide(last())) {
            cuts++;
        }
        divide(next());
    }

    /// What is dated in the future has not changed yet; it must not hide what changes until then.
    private void noteChanges() {
        Instant since = sql.select(least(max(SITEMAP_PART.CHANGED_AT), cards.now()))
                .from(SITEMAP_PART)
                .fetchSingle()
                .value1()
                .minus(OVERLAP);
        var changes = changesSince(since).asTable("change");
        Field<PostId> post = field(name("change", "id"), POST.ID.getDataType());
        Field<Instant> at = field(name("change", "at"), POST.UPDATED_AT.getDataType());
        Field<Integer> number = field(partOf(post));
        var news = select(number.as(NUMBER), max(at).as(AT)).from(changes).groupBy(number);
        sql.update(SITEMAP_PART)
                .set(SITEMAP_PART.CHANGED_AT, AT)
                .from(news.asTable(NEWS))
                .where(SITEMAP_PART.NUMBER.eq(NUMBER))
                .and(SITEMAP_PART.CHANGED_AT.lt(AT).or(SITEMAP_PART.CHANGED_AT.gt(cards.now())))
                .execute();
    }

    /// Each of the three is found in an index.
    private Select<Record2<PostId, Instant>> changesSince(Instant since) {
        Condition isNew = POST.UPDATED_AT.gt(since).and(POST.UPDATED_AT.le(cards.now()));
        return changes(POST.UPDATED_AT, POST.VISIBLE_FROM.isNotNull().and(isNew))
                .unionAll(changes(POST.UPDATED_AT, POST.VISIBLE_FROM.isNull().and(isNew)))
                .unionAll(changes(POST.VISIBLE_FROM, POST.VISIBLE_FROM.gt(since).and(cards.isVisible())));
    }

    private static Select<Record2<PostId, Instant>> changes(Field<Instant> at, Condition condition) {
        return select(POST.ID.as("id"), at.as("at")).from(POST).where(condition);
    }

    private static Select<Record1<Integer>> partOf(Field<PostId> post) {
        return select(SITEMAP_PART.NUMBER)
                .from(SITEMAP_PART)
                .where(SITEMAP_PART.FIRST_ID.le(post))
                .orderBy(SITEMAP_PART.FIRST_ID.desc())
                .limit(inline(1));
    }

    /// Whoever divides holds the first part, so that no two do.
    ///
    /// @return whether it was too full
    private boolean divide(int number) {
        return transactions.write(() -> {
            sql.selectOne()
                    .from(SITEMAP_PART)
                    .where(SITEMAP_PART.NUMBER.eq(FIRST))
                    .forUpdate()
                    .execute();
            var part = sql.selectFrom(SITEMAP_PART)
                    .where(SITEMAP_PART.NUMBER.eq(number))
                    .fetchSingle();
            var cut = cut(part.get(SITEMAP_PART.FIRST_ID), part.get(SITEMAP_PART.END_ID));
            cut.ifPresent(id -> divide(part, id));
            return cut.isPresent();
        });
    }

    /// The first post for which there is no room.
    private Optional<PostId> cut(PostId first, PostId end) {
        return sql.select(POST.ID)
                .from(POST)
                .where(POST.ID.ge(first))
                .and(POST.ID.lt(end))
                .orderBy(POST.ID)
                .offset(fullAt)
                .limit(1)
                .fetchOptional(POST.ID);
    }

    private void divide(Record part, PostId cut) {
        sql.update(SITEMAP_PART)
                .set(SITEMAP_PART.END_ID, cut)
                .where(SITEMAP_PART.NUMBER.eq(part.get(SITEMAP_PART.NUMBER)))
                .execute();
        sql.insertInto(SITEMAP_PART)
                .set(
                        SITEMAP_PART.NUMBER,
                        field(select(max(SITEMAP_PART.NUMBER).plus(1)).from(SITEMAP_PART)))
                .set(SITEMAP_PART.FIRST_ID, cut)
                .set(SITEMAP_PART.END_ID, part.get(SITEMAP_PART.END_ID))
                .set(SITEMAP_PART.CHANGED_AT, part.get(SITEMAP_PART.CHANGED_AT))
                .execute();
    }

    private int last() {
        return sql.select(SITEMAP_PART.NUMBER)
                .from(SITEMAP_PART)
                .orderBy(SITEMAP_PART.FIRST_ID.desc())
                .limit(1)
                .fetchSingle()
                .value1();
    }

    private int next() {
        int next = sql.select(SITEMAP_PART.NUMBER)
                .from(SITEMAP_PART)
                .where(SITEMAP_PART.NUMBER.gt(lastLookedInto.get()))
                .orderBy(SITEMAP_PART.NUMBER)
                .limit(1)
                .fetchOptional(SITEMAP_PART.NUMBER)
                .orElse(FIRST);
        lastLookedInto.set(next);
        return next;
    }
}

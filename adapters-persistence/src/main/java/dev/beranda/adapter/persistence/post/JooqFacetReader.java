package dev.beranda.adapter.persistence.post;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.CATEGORY;
import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_TAG;
import static dev.beranda.adapter.persistence.jooq.Tables.TAG;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.beranda.application.post.FacetReader;
import dev.beranda.application.post.FacetsView;
import dev.beranda.application.post.FacetsView.OfAuthor;
import dev.beranda.application.post.FacetsView.OfLabel;
import dev.beranda.application.post.FacetsView.OfMonth;
import dev.beranda.application.post.FacetsView.OfYear;
import dev.beranda.application.post.LabelView;
import dev.beranda.application.post.PostOrder;
import dev.beranda.application.post.PostReader.Selection;
import dev.beranda.application.post.PostReader.Which;
import dev.beranda.domain.category.CategoryId;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.shared.SearchText;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.user.DisplayName;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record4;
import org.jooq.Record5;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.SelectSelectStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// What is meant is found once, and counted in every way, in one statement. However much there is of it, no more
/// than so many are looked at: the newest.
@Singleton
final class JooqFacetReader implements FacetReader {

    private static final int MOST_POSTS = 10_000;
    private static final int MOST_NAMES = 20;
    private static final int MOST_MONTHS = 24;

    private static final Selection VISIBLE = new Selection.Visible();

    private static final String ALL = "all";
    private static final String TAG_WORD = "tag";
    private static final String CATEGORY_WORD = "category";
    private static final String AUTHOR_WORD = "author";
    private static final String YEAR = "year";
    private static final String MONTH = "month";

    private static final String MEANT = "meant";
    private static final String EXACT = "exact";
    private static final String CUT = "cut";
    private static final String CUT_AT = "since";
    private static final String LINEAGE = "lineage";
    private static final String[] MEANT_FIELDS = {"id", "author_id", "category_id", "visible_from"};

    private static final Field<PostId> ID = field(name(MEANT, "id"), POST.ID.getDataType());
    private static final Field<UserId> AUTHOR = field(name(MEANT, "author_id"), POST.AUTHOR_ID.getDataType());
    private static final Field<CategoryId> SHELF = field(name(MEANT, "category_id"), POST.CATEGORY_ID.getDataType());
    private static final Field<Instant> SINCE = field(name(MEANT, "visible_from"), POST.VISIBLE_FROM.getDataType());
    private static final Field<CategoryId> BELOW = field(name(LINEAGE, "id"), CATEGORY.ID.getDataType());
    private static final Field<CategoryId> ABOVE = field(name(LINEAGE, "above_id"), CATEGORY.ID.getDataType());

    private static final Field<UserId> NOBODY = inline(null, APP_USER.ID.getDataType());

    private final DSLContext sql;
    private final PostCards cards;
    private final PostChoice choice;

    JooqFacetReader(DSLContext sql, PostCards cards, PostChoice choice) {
        this.sql = sql;
        this.cards = cards;
        this.choice = choice;
    }

    @Override
    public FacetsView count(@Nullable SearchText words, Which which) {
        var rows = sql.withRecursive(words == null ? chosen(which) : found(words, which))
                .select(inline(ALL), words == null ? inline("") : whereCut(which), inline(""), DSL.count(), NOBODY)
                .from(table(name(MEANT)))
                .unionAll(tags())
                .unionAll(categories())
                .unionAll(authors())
                .unionAll(times(YEAR, "YYYY", MOST_NAMES))
                .unionAll(times(MONTH, "YYYY-MM", MOST_MONTHS))
                .fetch();
        return view(rows);
    }

    private List<CommonTableExpression<?>> chosen(Which which) {
        Table<?> from = which.tag() == null ? POST : POST.join(POST_TAG).on(POST_TAG.POST_ID.eq(POST.ID));
        var newest = what().from(from)
                .where(choice.of(VISIBLE).and(PostChoice.of(VISIBLE, which)).and(choice.ofTag(VISIBLE, which)))
                .orderBy(PostSorting.of(PostOrder.NEWEST_FIRST, VISIBLE, which).order())
                .limit(MOST_POSTS);
        return List.of(lineage(), name(MEANT).fields(MEANT_FIELDS).as(newest));
    }

    /// Titles are only looked at where nothing has the words. What else is asked for is asked of the newest that have
    /// them, but how new they may be at most is asked before.
    private List<CommonTableExpression<?>> found(SearchText words, Which which) {
        Condition isChosen =
                choice.of(VISIBLE).and(PostChoice.of(VISIBLE, which)).and(PostChoice.hasTag(which));
        Field<Instant> latest = which.to() == null ? cards.now() : least(cards.now(), val(which.to(), SINCE));
        var cut = select(JooqPostFinder.sinceWhen(words, latest, MOST_POSTS));
        var exact = what().from(JooqPostFinder.searched(words, cutAt(), latest))
                .where(isChosen)
                .limit(MOST_POSTS);
        var resembling = what().from(POST)
                .where(JooqPostFinder.resembles(words).and(isChosen))
                .andNotExists(selectOne().from(table(name(EXACT))))
                .limit(MOST_POSTS);
        var either = select(asterisk())
                .from(table(name(EXACT)))
                .unionAll(select(asterisk()).from(resembling.asTable()));
        return List.of(
                lineage(),
                name(CUT).fields(CUT_AT).asMaterialized(cut),
                name(EXACT).fields(MEANT_FIELDS).as(exact),
                name(MEANT).fields(MEANT_FIELDS).as(either));
    }

    private static Field<Instant> cutAt() {
        return field(select(field(name(CUT, CUT_AT), SINCE.getDataType())).from(table(name(CUT))));
    }

    /// Says whether there may be older ones that have the words and were not looked at.
    private static Field<String> whereCut(Which which) {
        Condition isCut = cutAt().isNotNull();
        return when(which.from() == null ? isCut : cutAt().gt(val(which.from(), SINCE)), inline(CUT))
                .else_(inline(""));
    }

    private static SelectSelectStep<Record4<PostId, UserId, CategoryId, Instant>> what() {
        return select(POST.ID, POST.AUTHOR_ID, POST.CATEGORY_ID, POST.VISIBLE_FROM);
    }

    /// Every category, with itself and all above it.
    private static CommonTableExpression<?> lineage() {
        return name(LINEAGE)
                .fields("id", "above_id")
                .as(select(CATEGORY.ID, CATEGORY.ID)
                        .from(CATEGORY)
                        .where(not(CATEGORY.LEAVING))
                        .unionAll(select(BELOW, CATEGORY.PARENT_ID)
                                .from(table(name(LINEAGE)))
                                .join(CATEGORY)
                                .on(CATEGORY.ID.eq(ABOVE))
                                .where(CATEGORY.PARENT_ID.isNotNull())));
    }

    private static Select<Record5<String, String, String, Integer, UserId>> tags() {
        return select(inline(TAG_WORD), PostCards.text(TAG.SLUG), PostCards.text(TAG.NAME), DSL.count(), NOBODY)
                .from(table(name(MEANT)))
                .join(POST_TAG)
                .on(POST_TAG.POST_ID.eq(ID))
                .join(TAG)
                .on(TAG.ID.eq(POST_TAG.TAG_ID).andNot(TAG.GONE))
                .groupBy(TAG.ID)
                .orderBy(DSL.count().desc(), TAG.NAME_KEY)
                .limit(MOST_NAMES);
    }

    private static Select<Record5<String, String, String, Integer, UserId>> categories() {
        return select(
                        inline(CATEGORY_WORD),
                        PostCards.text(CATEGORY.SLUG),
                        PostCards.text(CATEGORY.NAME),
                        DSL.count(),
                        NOBODY)
                .from(table(name(MEANT)))
                .join(table(name(LINEAGE)))
                .on(BELOW.eq(SHELF))
                .join(CATEGORY)
                .on(CATEGORY.ID.eq(ABOVE))
                .groupBy(CATEGORY.ID)
                .orderBy(DSL.count().desc(), CATEGORY.NAME)
                .limit(MOST_NAMES);
    }

    private static Select<Record5<String, String, String, Integer, UserId>> authors() {
        return select(
                        inline(AUTHOR_WORD),
                        PostCards.text(APP_USER.USERNAME),
                        PostCards.text(APP_USER.DISPLAY_NAME),
                        DSL.count(),
                        APP_USER.ID)
                .from(table(name(MEANT)))
                .join(APP_USER)
                .on(APP_USER.ID.eq(AUTHOR))
                .groupBy(APP_USER.ID)
                .orderBy(DSL.count().desc(), APP_USER.USERNAME_KEY)
                .limit(MOST_NAMES);
    }

    /// The latest first. Whose day it is nobody says, so it is the day in Greenwich.
    private static Select<Record5<String, String, String, Integer, UserId>> times(
            String word, String pattern, int most) {
        Field<LocalDateTime> there = function(name("timezone"), SQLDataType.LOCALDATETIME, inline("UTC"), SINCE);
        Field<String> time = function(name("to_char"), SQLDataType.CLOB, there, inline(pattern));
        return select(inline(word), time, inline(""), DSL.count(), NOBODY)
                .from(table(name(MEANT)))
                .groupBy(time)
                .orderBy(time.desc())
                .limit(most);
    }

    private static FacetsView view(Result<Record5<String, String, String, Integer, UserId>> rows) {
        int counted = rows.getFirst().value4();
        return new FacetsView(
                counted,
                counted < MOST_POSTS && !rows.getFirst().value2().equals(CUT),
                of(TAG_WORD, rows, JooqFacetReader::label),
                of(CATEGORY_WORD, rows, JooqFacetReader::label),
                of(AUTHOR_WORD, rows, JooqFacetReader::author),
                of(YEAR, rows, row -> new OfYear(Year.parse(row.value2()), row.value4())),
                of(MONTH, rows, row -> new OfMonth(YearMonth.parse(row.value2()), row.value4())));
    }

    private static OfLabel label(Record5<String, String, String, Integer, UserId> row) {
        return new OfLabel(new LabelView(new Slug(row.value2()), row.value3()), row.value4());
    }

    private static OfAuthor author(Record5<String, String, String, Integer, UserId> row) {
        return new OfAuthor(row.value5(), new Username(row.value2()), new DisplayName(row.value3()), row.value4());
    }

    private static <R extends Record5<String, String, String, Integer, UserId>, T> List<T> of(
            String word, Result<R> rows, Function<R, T> view) {
        return rows.stream().filter(row -> row.value1().equals(word)).map(view).toList();
    }
}

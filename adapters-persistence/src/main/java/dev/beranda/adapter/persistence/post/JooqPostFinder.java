package dev.beranda.adapter.persistence.post;

import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_SEARCH;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import dev.beranda.application.post.FoundPostView;
import dev.beranda.application.post.PostFinder;
import dev.beranda.application.post.PostOrder;
import dev.beranda.application.post.PostReader.Selection;
import dev.beranda.application.post.PostReader.Which;
import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.application.shared.Position;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.shared.SearchText;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// First what is to be shown is found in short rows, then all that is shown of it is read. Only where nothing has the
/// words, a second question looks for titles that resemble them: somebody may have mistyped.
@Singleton
final class JooqPostFinder implements PostFinder {

    /// Begins a position among titles that only resemble the words.
    private static final String RESEMBLING = "~";

    private static final String KEY = "key";
    private static final String PLACE = "place";
    private static final Field<String> QUESTION = field(name("asked", "question"), SQLDataType.CLOB);
    private static final Field<PostId> FOUND = field(name("found", "id"), POST.ID.getDataType());
    private static final Field<Double> FITNESS =
            cast(call("ts_rank", SQLDataType.REAL, POST_SEARCH.HEAD, QUESTION), SQLDataType.DOUBLE);

    /// A post, and what it was put in order by.
    private record Row(FoundPostView post, Object key) {

        Position position() {
            return Position.of(key, post.card().id());
        }

        Position positionAmongResembling() {
            return Position.of(RESEMBLING, key, post.card().id());
        }
    }

    private final DSLContext sql;
    private final PostCards cards;
    private final PostChoice choice;

    JooqPostFinder(DSLContext sql, PostCards cards, PostChoice choice) {
        this.sql = sql;
        this.cards = cards;
        this.choice = choice;
    }

    @Override
    public Page<FoundPostView> find(
            SearchText words, Selection selection, Which which, PostOrder order, PageRequest page) {
        if (behindTheMark(page.from()) != null) {
            return resembling(words, selection, which, page);
        }
        var found = having(words, selection, which, order, page);
        return found.items().isEmpty() && page.from() == null ? resembling(words, selection, which, page) : found;
    }

    private Page<FoundPostView> having(
            SearchText words, Selection selection, Which which, PostOrder order, PageRequest page) {
        Condition condition = hasWords().and(isChosen(selection, which));
        Field<?> key = order.by() == PostOrder.Key.RELEVANCE ? FITNESS : PostSorting.key(order.by(), selection);
        var sorting = new PostSorting(key, POST.ID, order.descending());
        var rows = show(words, searched(words), condition, sorting, page, page.from());
        return page.cut(rows, Row::position, () -> sql.fetchCount(searched(words), condition))
                .map(Row::post)
                .onwards();
    }

    private Page<FoundPostView> resembling(SearchText words, Selection selection, Which which, PageRequest page) {
        Condition condition = resembles(words).and(isChosen(selection, which));
        Field<?> likeness = cast(
                call("word_similarity", SQLDataType.REAL, val(words.value()), PostCards.text(POST.TITLE)),
                SQLDataType.DOUBLE);
        var sorting = new PostSorting(likeness, POST.ID, true);
        var rows = show(words, searched(words), condition, sorting, page, behindTheMark(page.from()));
        return page.cut(rows, Row::positionAmongResembling, () -> sql.fetchCount(searched(words), condition))
                .map(Row::post)
                .onwards();
    }

    private static @Nullable Position behindTheMark(@Nullable Position position) {
        return position == null || !position.keys().getFirst().equals(RESEMBLING)
                ? null
                : new Position(position.keys().subList(1, position.keys().size()));
    }

    /// Of what [#searched] has.
    static Condition hasWords() {
        return condition(call("is_found", SQLDataType.BOOLEAN, POST_SEARCH.DOCUMENT, QUESTION));
    }

    static Condition resembles(SearchText words) {
        return condition(call("resembles", SQLDataType.BOOLEAN, POST.TITLE, val(words.value())));
    }

    /// The question is made once, and not for every row.
    static Table<?> searched(SearchText words) {
        var asked = select(call("question_of", SQLDataType.CLOB, val(words.value()))
                        .as("question"))
                .limit(1)
                .asTable("asked");
        return POST_SEARCH.join(asked).on(trueCondition()).join(POST).on(POST.ID.eq(POST_SEARCH.POST_ID));
    }

    private List<Row> show(
            SearchText words,
            Table<?> from,
            Condition condition,
            PostSorting sorting,
            PageRequest page,
            @Nullable Position after) {
        var found = select(POST.ID.as("id"), sorting.key().as(KEY), QUESTION.as("question"))
                .from(from)
                .where(condition)
                .and(sorting.beyond(after))
                .orderBy(sorting.order())
                .limit(page.reach())
                .asTable("found");
        Field<?> key = field(name("found", KEY), sorting.key().getDataType());
        Field<String> place = call(
                        "place_found",
                        SQLDataType.CLOB,
                        POST_SEARCH.PROSE,
                        field(name("found", "question")),
                        val(words.value()))
                .as(PLACE);
        return sql.select(cards.fields())
                .select(key, place)
                .from(PostCards.joined(
                        found.join(POST).on(POST.ID.eq(FOUND)).join(POST_SEARCH).on(POST_SEARCH.POST_ID.eq(POST.ID))))
                .orderBy(new PostSorting(key, POST.ID, sorting.descending()).order())
                .fetch(row -> row(row, key));
    }

    private static Row row(Record row, Field<?> key) {
        return new Row(new FoundPostView(PostCards.card(row), Marked.html(row.get(PLACE, String.class))), row.get(key));
    }

    private Condition isChosen(Selection selection, Which which) {
        return choice.of(selection).and(PostChoice.of(which)).and(PostChoice.hasTag(which));
    }

    private static <T> Field<T> call(String function, DataType<T> type, Field<?>... arguments) {
        return function(name(function), type, arguments);
    }
}

package dev.beranda.adapter.persistence.post;

import static dev.beranda.adapter.persistence.jooq.Tables.FOUND_POSTS;
import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_SEARCH;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.beranda.adapter.persistence.post.Placed.Choice;
import dev.beranda.application.post.FoundPostView;
import dev.beranda.application.post.PostFinder;
import dev.beranda.application.post.PostOrder;
import dev.beranda.application.post.PostReader.Selection;
import dev.beranda.application.post.PostReader.Which;
import dev.beranda.application.post.PostStatus;
import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.application.shared.Position;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.shared.SearchText;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// First what is to be shown is found in short rows, then all that is shown of it is read.
///
/// Best first means: of the newest some hundred that have the words, and of as many that have them in title or
/// tags, the best first; and behind these all others, the newest first. So a word that is everywhere costs no more
/// than another. Only where nothing has the words, titles are looked for that resemble them: somebody may have
/// mistyped.
@Singleton
final class JooqPostFinder implements PostFinder {

    /// Of how many the best are chosen, and how many more each further look is for.
    private static final int CHOICE = 300;

    private static final int MORE = 8;

    private static final String KEY = "key";
    private static final String PLACE = "place";
    private static final String FOUND = "found";
    private static final String ASKED = "asked";
    private static final Field<String> QUESTION = field(name(ASKED, "question"), SQLDataType.CLOB);
    private static final Field<Instant> NOW = field(name(ASKED, "now"), SQLDataType.INSTANT);
    private static final Field<PostId> FOUND_ID = field(name(FOUND, "id"), POST.ID.getDataType());
    private static final Which ANY = new Which(null, null, null, null, null);

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
        Condition isChosen =
                choice.of(selection).and(PostChoice.of(selection, which)).and(PostChoice.hasTag(which));
        boolean isFoundInOrder = order.by() == PostOrder.Key.RELEVANCE || order.equals(PostOrder.NEWEST_FIRST);
        boolean isEverything = selection instanceof Selection.Visible && which.equals(ANY);
        boolean isToBeChosen = order.by() == PostOrder.Key.RELEVANCE && page.from() == null;
        Search search = ask(words, selection, isToBeChosen, isFoundInOrder && isEverything ? null : isChosen);
        if (!Placed.isAmongResembling(page.from())) {
            List<Placed> found = having(search, selection, order, page);
            if (!found.isEmpty() || page.from() != null) {
                return page.cut(found, Placed::position, () -> count(search))
                        .map(Placed::post)
                        .onwards();
            }
        }
        return resembling(search, isChosen, page);
    }

    private Search ask(SearchText words, Selection selection, boolean isToBeChosen, @Nullable Condition isChosen) {
        var asked = sql.select(
                        QUESTION, NOW, isToBeChosen ? since(QUESTION, false, NOW, CHOICE) : inline((Instant) null))
                .from(select(
                                call("question_of", SQLDataType.CLOB, val(words.value()))
                                        .as("question"),
                                cards.now().as("now"))
                        .limit(1)
                        .asTable(ASKED))
                .fetchSingle();
        var search = new Search(words, asked.value1(), asked.value2(), asked.value2(), asked.value3(), isChosen);
        return switch (selection) {
            case Selection.Visible() -> search;
            case Selection.OnTheDesk(var _, var status) ->
                status == PostStatus.SCHEDULED || status == PostStatus.PUBLISHED
                        ? search.atAnyTime()
                        : search.amongHidden();
        };
    }

    private List<Placed> having(Search search, Selection selection, PostOrder order, PageRequest page) {
        if (search.question().isEmpty()) {
            return List.of();
        }
        boolean isPublic = selection instanceof Selection.Visible;
        if (isPublic && order.by() == PostOrder.Key.RELEVANCE) {
            return best(search, page);
        }
        return isPublic && order.equals(PostOrder.NEWEST_FIRST)
                ? newest(search, page)
                : sorted(search, selection, order, page);
    }

    private List<Placed> newest(Search search, PageRequest page) {
        Position after = page.from();
        Instant latest = after == null ? search.now() : seenFrom(after);
        return newestFirst(search, latest, noCondition(), after, page.reach(), List.of());
    }

    private List<Placed> best(Search search, PageRequest page) {
        Position after = Placed.within(page.from());
        Choice made = page.from() == null ? choose(search) : Placed.choice(page.from());
        if (after != null && Placed.isAmongOlder(page.from())) {
            return older(search, made, seenFrom(after), noCondition(), after, page.reach());
        }
        List<Placed> found = new ArrayList<>(best(search, made, after, page.reach()));
        Instant since = made.anywhere();
        if (since != null && found.size() < page.reach()) {
            int more = page.reach() - found.size();
            found.addAll(older(search, made, since, Search.SEEN_FROM.lt(since), null, more));
        }
        return found;
    }

    /// Where all that have the words are looked at, those that have them in their head are among them.
    private Choice choose(Search search) {
        return search.since() == null
                ? new Choice(null, null)
                : new Choice(search.since(), since(search.question(), true, search.now(), CHOICE));
    }

    private List<Placed> best(Search search, Choice made, @Nullable Position after, int most) {
        var sorting = new PostSorting(Search.FITNESS, Search.ID, true);
        return show(search, search.hits(made), search.condition(), sorting, after, most, Placed.amongBest(made));
    }

    /// Behind the best, without those of them that are as old.
    private List<Placed> older(
            Search search, Choice made, Instant latest, Condition isBehind, @Nullable Position after, int most) {
        Condition isNone = Search.ID.notIn(select(FOUND_POSTS.POST_ID).from(search.inHead(made)));
        return newestFirst(search, latest, isBehind.and(isNone), after, most, Placed.amongOlder(made));
    }

    /// Goes back in steps, until there are enough.
    private List<Placed> newestFirst(
            Search search, Instant latest, Condition isNew, @Nullable Position after, int most, List<String> part) {
        var sorting = new PostSorting(Search.SEEN_FROM, Search.ID, true);
        List<Placed> found = new ArrayList<>();
        Condition isOlder = isNew;
        Instant until = latest;
        for (int wide = CHOICE; found.size() < most && until != null; wide *= MORE) {
            Instant since = since(search.question(), false, until, wide);
            Condition condition = search.condition().and(isOlder);
            found.addAll(show(search, search.hits(since, until), condition, sorting, after, most - found.size(), part));
            isOlder = since == null ? isNew : isNew.and(Search.SEEN_FROM.lt(since));
            until = since;
        }
        return found;
    }

    private static Instant seenFrom(Position position) {
        return Instant.parse(position.keys().getFirst());
    }

    private List<Placed> sorted(Search search, Selection selection, PostOrder order, PageRequest page) {
        boolean isByFitness = order.by() == PostOrder.Key.RELEVANCE;
        var sorting = new PostSorting(
                isByFitness ? Search.FITNESS : PostSorting.key(order.by(), selection), Search.ID, order.descending());
        return show(search, search.hits(), search.condition(), sorting, page.from(), page.reach(), List.of());
    }

    private long count(Search search) {
        return search.question().isEmpty() ? 0 : sql.fetchCount(search.hits(), search.condition());
    }

    /// Since when the newest so many came out that have the words; nothing for since ever.
    static Field<Instant> sinceWhen(SearchText words, Field<Instant> latest, int most) {
        return since(question(words), false, latest, most);
    }

    /// The table of posts, beside that of those that have the words and came out between two moments.
    static Table<?> searched(SearchText words, Field<Instant> since, Field<Instant> latest) {
        return FOUND_POSTS(question(words), inline(false), since, latest)
                .as(Search.HITS)
                .join(POST)
                .on(POST.ID.eq(Search.ID));
    }

    private static Field<String> question(SearchText words) {
        return call("question_of", SQLDataType.CLOB, val(words.value()));
    }

    static Condition resembles(SearchText words) {
        return condition(call("resembles", SQLDataType.BOOLEAN, POST.TITLE, val(words.value())));
    }

    private Page<FoundPostView> resembling(Search search, Condition isChosen, PageRequest page) {
        var words = val(search.words().value());
        Condition condition = resembles(search.words()).and(isChosen);
        Field<?> likeness =
                cast(call("word_similarity", SQLDataType.REAL, words, PostCards.text(POST.TITLE)), SQLDataType.DOUBLE);
        var sorting = new PostSorting(likeness, POST.ID, true);
        var after = Placed.within(page.from());
        var found = show(search, POST, condition, sorting, after, page.reach(), Placed.amongResembling());
        return page.cut(found, Placed::position, () -> sql.fetchCount(POST, condition))
                .map(Placed::post)
                .onwards();
    }

    private List<Placed> show(
            Search search,
            Table<?> hits,
            Condition condition,
            PostSorting sorting,
            @Nullable Position after,
            int most,
            List<String> part) {
        var found = select(sorting.id().as("id"), sorting.key().as(KEY))
                .from(hits)
                .where(condition)
                .and(sorting.beyond(after))
                .orderBy(sorting.order())
                .limit(inline(most))
                .asTable(FOUND);
        Field<?> key = field(name(FOUND, KEY), sorting.key().getDataType());
        Field<String> question = val(search.question());
        Field<String> place = call(
                        "place_found",
                        SQLDataType.CLOB,
                        POST_SEARCH.PROSE,
                        question,
                        once("stems_of", SQLDataType.CLOB.array(), question),
                        once("forms_of", SQLDataType.CLOB.array(), question))
                .as(PLACE);
        return sql.select(cards.fields())
                .select(key, place)
                .from(PostCards.joined(found.join(POST)
                        .on(POST.ID.eq(FOUND_ID))
                        .join(POST_SEARCH)
                        .on(POST_SEARCH.POST_ID.eq(POST.ID))))
                .orderBy(new PostSorting(key, POST.ID, sorting.descending()).order())
                .fetch(row -> Placed.of(found(row), row.get(key), part));
    }

    private static FoundPostView found(Record row) {
        return new FoundPostView(PostCards.card(row), Marked.html(row.get(PLACE, String.class)));
    }

    private @Nullable Instant since(String question, boolean inHead, Instant latest, int most) {
        return sql.select(since(val(question), inHead, val(latest, SQLDataType.INSTANT), most))
                .fetchSingle()
                .value1();
    }

    private static Field<Instant> since(Field<String> question, boolean inHead, Field<Instant> latest, int most) {
        return call("found_since", SQLDataType.INSTANT, question, inline(inHead), latest, val(most));
    }

    /// For all rows, however many there are.
    private static <T> Field<T> once(String function, DataType<T> type, Field<?> argument) {
        return field(select(call(function, type, argument)));
    }

    private static <T> Field<T> call(String function, DataType<T> type, Field<?>... arguments) {
        return function(name(function), type, arguments);
    }
}

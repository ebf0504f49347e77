package dev.beranda.adapter.persistence.post;

import static dev.beranda.adapter.persistence.jooq.Tables.FOUND_POSTS;
import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectFrom;

import dev.beranda.adapter.persistence.post.Placed.Choice;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.shared.SearchText;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// What is the same on each page of what somebody searches for, and where posts are that have the words.
///
/// @param question the words as PostgreSQL understands them
/// @param now the moment of the search
/// @param latest until when posts may have come out; nothing where it does not matter
/// @param since when the newest came out of which the best are chosen; nothing for since ever, or if nobody asked
/// @param isChosen what else must be true of the table of posts; nothing if that need not be read
record Search(
        SearchText words,
        String question,
        Instant now,
        @Nullable Instant latest,
        @Nullable Instant since,
        @Nullable Condition isChosen) {

    static final String HITS = "hits";

    static final Field<PostId> ID = field(name(HITS, "post_id"), POST.ID.getDataType());
    static final Field<Instant> SEEN_FROM = field(name(HITS, "visible_from"), SQLDataType.INSTANT);
    static final Field<Double> FITNESS = field(name(HITS, "fitness"), SQLDataType.DOUBLE);

    /// A word that only posts have which nobody sees.
    private static final String HIDDEN = "'@hidden'";

    Search atAnyTime() {
        return new Search(words, question, now, null, null, isChosen);
    }

    Search amongHidden() {
        return new Search(words, question.isEmpty() ? "" : "(" + question + ") & " + HIDDEN, now, null, null, isChosen);
    }

    /// @param since nothing for since ever
    Table<?> hits(@Nullable Instant since, @Nullable Instant until) {
        return joined(FOUND_POSTS(question, false, since, until).as(HITS));
    }

    Table<?> hits() {
        return hits(null, latest);
    }

    Table<?> hits(Choice made) {
        return made.anywhere() == null
                ? hits()
                : joined(selectFrom(FOUND_POSTS(question, false, made.anywhere(), latest))
                        .union(selectFrom(inHead(made)))
                        .asTable(HITS));
    }

    /// What has the words in title or tags.
    Table<?> inHead(Choice made) {
        return FOUND_POSTS(question, true, made.inHead(), latest);
    }

    private Table<?> joined(Table<?> hits) {
        return isChosen == null ? hits : hits.join(POST).on(POST.ID.eq(ID));
    }

    Condition condition() {
        return isChosen == null ? noCondition() : isChosen;
    }
}

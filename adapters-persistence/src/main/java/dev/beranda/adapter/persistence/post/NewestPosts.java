package dev.beranda.adapter.persistence.post;

import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_TAG;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import dev.beranda.application.post.PostOrder;
import dev.beranda.application.post.PostReader.Selection;
import dev.beranda.application.post.PostReader.Which;
import dev.beranda.domain.post.PostId;
import jakarta.inject.Singleton;
import org.jooq.Field;
import org.jooq.Table;

/// The newest posts that everybody sees, found in the order of an index, to be joined with more.
@Singleton
public final class NewestPosts {

    private static final String NEWEST = "newest";

    public static final Field<PostId> ID = field(name(NEWEST, "id"), POST.ID.getDataType());

    private static final Selection VISIBLE = new Selection.Visible();

    private final PostChoice choice;

    NewestPosts(PostChoice choice) {
        this.choice = choice;
    }

    /// A table with nothing but [#ID] to rely on.
    public Table<?> of(Which which, int most) {
        Table<?> from = which.tag() == null ? POST : POST.join(POST_TAG).on(POST_TAG.POST_ID.eq(POST.ID));
        return select(POST.ID.as("id"))
                .from(from)
                .where(choice.of(VISIBLE).and(PostChoice.of(VISIBLE, which)).and(choice.ofTag(VISIBLE, which)))
                .orderBy(PostSorting.of(PostOrder.NEWEST_FIRST, VISIBLE, which).order())
                .limit(most)
                .asTable(NEWEST);
    }
}

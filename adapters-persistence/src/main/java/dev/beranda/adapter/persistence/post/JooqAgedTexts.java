package dev.beranda.adapter.persistence.post;

import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_SEARCH;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_TEXT;

import dev.beranda.domain.post.AgedTexts;
import dev.beranda.domain.post.Post;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.shared.Typesetter;
import dev.beranda.domain.shared.Typesetting.Typeset;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.DSLContext;

/// Only what is older than the rules of this node: while a new version is rolled out, the nodes that know the older
/// ones leave alone what the newer have set.
@Singleton
final class JooqAgedTexts implements AgedTexts {

    private final DSLContext sql;
    private final Typesetter typesetter;

    JooqAgedTexts(DSLContext sql, Typesetter typesetter) {
        this.sql = sql;
        this.typesetter = typesetter;
    }

    @Override
    public List<PostId> find(int most) {
        return sql.select(POST_TEXT.POST_ID)
                .from(POST_TEXT)
                .where(POST_TEXT.EDITION.lt(typesetter.edition()))
                .orderBy(POST_TEXT.EDITION)
                .limit(most)
                .fetch(POST_TEXT.POST_ID);
    }

    /// Whoever saves the post holds its row until they are done, and so does this.
    @Override
    public boolean renew(Post post, Typeset typeset) {
        boolean isAsSeen = sql.update(POST)
                        .set(POST.EXCERPT, post.story().teaser(typeset.prose()))
                        .set(POST.READING_MINUTES, typeset.prose().readingMinutes())
                        .where(POST.ID.eq(post.id()))
                        .and(POST.VERSION.eq(post.version()))
                        .execute()
                == 1;
        return isAsSeen && setText(post, typeset);
    }

    private boolean setText(Post post, Typeset typeset) {
        int set = sql.update(POST_TEXT)
                .set(POST_TEXT.HTML, typeset.html())
                .set(POST_TEXT.OUTLINE, Outline.stored(typeset.outline()))
                .set(POST_TEXT.EDITION, typesetter.edition())
                .where(POST_TEXT.POST_ID.eq(post.id()))
                .and(POST_TEXT.EDITION.lt(typesetter.edition()))
                .execute();
        sql.update(POST_SEARCH)
                .set(POST_SEARCH.PROSE, typeset.prose().value())
                .where(POST_SEARCH.POST_ID.eq(post.id()))
                .and(POST_SEARCH.PROSE.ne(typeset.prose().value()))
                .execute();
        return set == 1;
    }
}

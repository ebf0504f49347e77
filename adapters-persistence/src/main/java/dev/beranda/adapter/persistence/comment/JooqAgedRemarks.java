package dev.beranda.adapter.persistence.comment;

import static dev.beranda.adapter.persistence.jooq.Tables.COMMENT;

import dev.beranda.domain.comment.AgedRemarks;
import dev.beranda.domain.comment.Comment;
import dev.beranda.domain.comment.CommentId;
import dev.beranda.domain.shared.Typesetter;
import dev.beranda.domain.shared.Typesetting.Typeset;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.DSLContext;

/// Only what is older than the rules of this node, as with posts.
@Singleton
final class JooqAgedRemarks implements AgedRemarks {

    private final DSLContext sql;
    private final Typesetter typesetter;

    JooqAgedRemarks(DSLContext sql, Typesetter typesetter) {
        this.sql = sql;
        this.typesetter = typesetter;
    }

    @Override
    public List<CommentId> find(int most) {
        return sql.select(COMMENT.ID)
                .from(COMMENT)
                .where(COMMENT.EDITION.lt(typesetter.edition()))
                .orderBy(COMMENT.EDITION)
                .limit(most)
                .fetch(COMMENT.ID);
    }

    @Override
    public boolean renew(Comment comment, Typeset typeset) {
        return sql.update(COMMENT)
                        .set(COMMENT.HTML, typeset.html())
                        .set(COMMENT.EDITION, typesetter.edition())
                        .where(COMMENT.ID.eq(comment.id()))
                        .and(COMMENT.VERSION.eq(comment.version()))
                        .and(COMMENT.EDITION.lt(typesetter.edition()))
                        .execute()
                == 1;
    }
}

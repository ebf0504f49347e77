package dev.beranda.adapter.persistence.comment;

import static dev.beranda.adapter.persistence.jooq.Tables.COMMENT;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;

import dev.beranda.domain.comment.CommentId;
import dev.beranda.domain.comment.Gist;
import dev.beranda.domain.comment.Precedents;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

@Singleton
final class JooqPrecedents implements Precedents {

    /// Among all the advisory locks of the house.
    private static final int SPEAKERS = 0x5bea;

    private static final int SAYINGS = 0x5a1d;

    private final DSLContext sql;

    JooqPrecedents(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Found of(UserId author, Gist gist, CommentId except, Instant lately, Instant recently) {
        waitForOthers(author, Gists.stored(gist));
        Condition other = COMMENT.ID.ne(except);
        Condition alike = COMMENT.GIST
                .eq(Gists.stored(gist))
                .and(COMMENT.WRITTEN_AT.ge(recently))
                .and(other);
        return sql.select(
                        field(selectCount()
                                .from(COMMENT)
                                .where(COMMENT.AUTHOR_ID.eq(author))
                                .and(COMMENT.WRITTEN_AT.ge(lately))
                                .and(other)),
                        field(selectCount().from(COMMENT).where(alike).and(COMMENT.AUTHOR_ID.eq(author))),
                        field(select(countDistinct(COMMENT.AUTHOR_ID))
                                .from(COMMENT)
                                .where(alike)
                                .and(COMMENT.AUTHOR_ID.ne(author))))
                .fetchSingle(Records.mapping(Found::new));
    }

    /// Each for one of either, and in this order: so nobody waits in a ring.
    private void waitForOthers(UserId author, byte @Nullable [] gist) {
        take(SPEAKERS, author.hashCode());
        if (gist != null) {
            take(SAYINGS, Arrays.hashCode(gist));
        }
    }

    private void take(int lock, int key) {
        sql.select(function(name("pg_advisory_xact_lock"), SQLDataType.OTHER, inline(lock), inline(key)))
                .execute();
    }
}

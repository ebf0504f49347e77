package dev.beranda.adapter.persistence.tally;

import static dev.beranda.adapter.persistence.jooq.Tables.CATEGORY;
import static dev.beranda.adapter.persistence.jooq.Tables.COMMENT;
import static dev.beranda.adapter.persistence.jooq.Tables.FOLLOW;
import static dev.beranda.adapter.persistence.jooq.Tables.FOLLOW_COUNT;
import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_LIKE;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_TAG;
import static dev.beranda.adapter.persistence.jooq.Tables.TAG;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectCount;

import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/// What is counted, and where the number stands.
enum Counter {
    POST_LIKES(
            "post_likes",
            POST,
            POST.ID,
            POST.LIKE_COUNT,
            selectCount().from(POST_LIKE).where(POST_LIKE.POST_ID.eq(POST.ID))),
    POST_COMMENTS(
            "post_comments",
            POST,
            POST.ID,
            POST.COMMENT_COUNT,
            selectCount()
                    .from(COMMENT)
                    .where(COMMENT.POST_ID.eq(POST.ID))
                    .and(COMMENT.SHOWN)
                    .and(COMMENT.STATE.eq("published"))),
    TAG_POSTS(
            "tag_posts",
            TAG,
            TAG.ID,
            TAG.POST_COUNT,
            selectCount().from(POST_TAG).where(POST_TAG.TAG_ID.eq(TAG.ID)).and(POST_TAG.COUNTED)),
    CATEGORY_POSTS(
            "category_posts",
            CATEGORY,
            CATEGORY.ID,
            CATEGORY.POST_COUNT,
            selectCount()
                    .from(POST)
                    .where(POST.CATEGORY_ID.eq(CATEGORY.ID))
                    .and(POST.VISIBLE_FROM.isNotNull())
                    .and(POST.COUNTED_UNDER.eq(CATEGORY.ID))),
    FOLLOWERS(
            "followers",
            FOLLOW_COUNT,
            FOLLOW_COUNT.USER_ID,
            FOLLOW_COUNT.FOLLOWERS,
            selectCount().from(FOLLOW).where(FOLLOW.FOLLOWED_ID.eq(FOLLOW_COUNT.USER_ID))),
    FOLLOWING(
            "following",
            FOLLOW_COUNT,
            FOLLOW_COUNT.USER_ID,
            FOLLOW_COUNT.FOLLOWING,
            selectCount().from(FOLLOW).where(FOLLOW.FOLLOWER_ID.eq(FOLLOW_COUNT.USER_ID)));

    private final String word;
    private final Table<?> table;
    private final Field<UUID> subject;
    private final Field<? extends Number> count;
    private final Field<Integer> rows;

    /// @param word under which changes are noted; it outlives this class
    /// @param rows how many there really are, of the row of the table
    Counter(
            String word,
            Table<?> table,
            Field<?> subject,
            Field<? extends Number> count,
            Select<Record1<Integer>> rows) {
        this.word = word;
        this.table = table;
        this.subject = subject.coerce(SQLDataType.UUID);
        this.count = count;
        this.rows = field(rows);
    }

    String word() {
        return word;
    }

    Table<?> table() {
        return table;
    }

    Field<UUID> subject() {
        return subject;
    }

    Field<? extends Number> count() {
        return count;
    }

    Field<Integer> rows() {
        return rows;
    }
}

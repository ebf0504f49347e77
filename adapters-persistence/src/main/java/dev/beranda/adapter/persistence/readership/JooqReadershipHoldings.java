package dev.beranda.adapter.persistence.readership;

import static dev.beranda.adapter.persistence.jooq.Tables.FOLLOW;
import static dev.beranda.adapter.persistence.jooq.Tables.FOLLOW_COUNT;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_BOOKMARK;
import static dev.beranda.adapter.persistence.jooq.Tables.POST_LIKE;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import jakarta.inject.Singleton;
import java.util.List;

/// Who follows somebody is the followers' to be told of; how many they are is told to everybody.
@Singleton
final class JooqReadershipHoldings implements Holdings {

    @Override
    public String word() {
        return "readership";
    }

    @Override
    public List<Holding> all() {
        return List.of(
                Holding.of(POST_LIKE, "likes", POST_LIKE.USER_ID::eq)
                        .telling(POST_LIKE.LIKED_AT, POST_LIKE.POST_ID)
                        .withholding("whose export it is", POST_LIKE.USER_ID)
                        .going(),
                Holding.of(POST_BOOKMARK, "bookmarks", POST_BOOKMARK.USER_ID::eq)
                        .telling(POST_BOOKMARK.KEPT_AT, POST_BOOKMARK.POST_ID)
                        .withholding("whose export it is", POST_BOOKMARK.USER_ID)
                        .going(),
                Holding.of(FOLLOW, "following", FOLLOW.FOLLOWER_ID::eq)
                        .telling(FOLLOW.FOLLOWED_AT, FOLLOW.FOLLOWED_ID)
                        .withholding("whose export it is", FOLLOW.FOLLOWER_ID)
                        .namingOthers(
                                "who follows whom is theirs; the followed are told how many they are",
                                FOLLOW.FOLLOWED_ID)
                        .going(),
                Holding.of(FOLLOW_COUNT, "follow_counts", FOLLOW_COUNT.USER_ID::eq)
                        .telling(FOLLOW_COUNT.FOLLOWERS, FOLLOW_COUNT.FOLLOWING)
                        .withholding("whose export it is", FOLLOW_COUNT.USER_ID)
                        .going());
    }
}

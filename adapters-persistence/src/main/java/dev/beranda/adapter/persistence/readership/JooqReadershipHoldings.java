package dev.beranda.adapter.persistence.readership;

import static dev.beranda.adapter.persistence.jooq.Tables.POST_LIKE;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class JooqReadershipHoldings implements Holdings {

    @Override
    public String word() {
        return "readership";
    }

    @Override
    public List<Holding> all() {
        return List.of(Holding.of(POST_LIKE, "likes", POST_LIKE.USER_ID::eq)
                .telling(POST_LIKE.LIKED_AT, POST_LIKE.POST_ID)
                .withholding("whose export it is", POST_LIKE.USER_ID)
                .going());
    }
}

package dev.beranda.adapter.persistence.tag;

import static dev.beranda.adapter.persistence.jooq.Tables.TAG;
import static dev.beranda.adapter.persistence.jooq.Tables.TAG_AFTERMATH;
import static dev.beranda.adapter.persistence.jooq.Tables.TAG_NAME;
import static dev.beranda.adapter.persistence.jooq.Tables.TAG_SLUG;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class JooqTagHoldings implements Holdings {

    @Override
    public String word() {
        return "tag";
    }

    @Override
    public List<Holding> all() {
        return List.of(
                Holding.ofNobody(TAG, "words that belong to everybody's posts"),
                Holding.ofNobody(TAG_AFTERMATH, "what is still to be done to posts for them"),
                Holding.ofNobody(TAG_NAME, "the same words"),
                Holding.ofNobody(TAG_SLUG, "the addresses of tags"));
    }
}

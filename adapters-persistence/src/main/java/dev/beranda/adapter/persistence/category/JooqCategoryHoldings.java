package dev.beranda.adapter.persistence.category;

import static dev.beranda.adapter.persistence.jooq.Tables.CATEGORY;
import static dev.beranda.adapter.persistence.jooq.Tables.CATEGORY_SLUG;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class JooqCategoryHoldings implements Holdings {

    @Override
    public String word() {
        return "category";
    }

    @Override
    public List<Holding> all() {
        return List.of(
                Holding.ofNobody(CATEGORY, "shelves that belong to everybody's posts"),
                Holding.ofNobody(CATEGORY_SLUG, "the addresses of shelves"));
    }
}

package dev.beranda.adapter.persistence.category;

import static dev.beranda.adapter.persistence.jooq.Tables.CATEGORY;

import dev.beranda.domain.category.Categories;
import dev.beranda.domain.category.CategoryId;
import dev.beranda.domain.shared.Slug;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jooq.DSLContext;

@Singleton
final class JooqCategories implements Categories {

    private final DSLContext sql;

    JooqCategories(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<CategoryId> called(Slug slug) {
        return sql.select(CATEGORY.ID)
                .from(CATEGORY)
                .where(CATEGORY.SLUG.eq(slug))
                .fetchOptional(CATEGORY.ID);
    }
}

package dev.beranda.adapter.persistence.category;

import static dev.beranda.adapter.persistence.jooq.Tables.CATEGORY;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.not;

import dev.beranda.application.category.CategoryReader;
import dev.beranda.application.category.CategoryView;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.DSLContext;

@Singleton
final class JooqCategoryReader implements CategoryReader {

    private final DSLContext sql;

    JooqCategoryReader(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<CategoryView> all() {
        return sql.select(
                        CATEGORY.ID,
                        CATEGORY.PARENT_ID,
                        CATEGORY.NAME,
                        CATEGORY.SLUG,
                        CATEGORY.POST_COUNT,
                        CATEGORY.CREATED_AT,
                        CATEGORY.VERSION)
                .from(CATEGORY)
                .where(not(CATEGORY.LEAVING))
                .fetch(mapping(CategoryView::new));
    }
}

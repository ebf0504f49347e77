package dev.beranda.adapter.persistence.category;

import static dev.beranda.adapter.persistence.jooq.Tables.CATEGORY;
import static dev.beranda.adapter.persistence.jooq.Tables.CATEGORY_SLUG;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;

import dev.beranda.adapter.persistence.freshness.PublicNews;
import dev.beranda.domain.category.Categories;
import dev.beranda.domain.category.Category;
import dev.beranda.domain.category.CategoryId;
import dev.beranda.domain.category.CategoryTree;
import dev.beranda.domain.category.Spot;
import dev.beranda.domain.freshness.Subject;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.shared.StaleAggregate;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

@Singleton
final class JooqCategories implements Categories {

    /// Among all the advisory locks of the house.
    private static final int LOCK = 0xca7e;

    private final DSLContext sql;
    private final Clearing clearing;
    private final PublicNews news;

    JooqCategories(DSLContext sql, Clearing clearing, PublicNews news) {
        this.sql = sql;
        this.clearing = clearing;
        this.news = news;
    }

    @Override
    public Optional<CategoryId> called(Slug address) {
        return sql.select(CATEGORY_SLUG.CATEGORY_ID)
                .from(CATEGORY_SLUG)
                .where(CATEGORY_SLUG.SLUG.eq(address))
                .fetchOptional(CATEGORY_SLUG.CATEGORY_ID);
    }

    /// Read after the lock is there, so that what others did before is seen.
    @Override
    public CategoryTree hold() {
        sql.select(function(name("pg_advisory_xact_lock"), SQLDataType.OTHER, inline((long) LOCK)))
                .execute();
        return new CategoryTree(sql.select(
                        CATEGORY.ID,
                        CATEGORY.NAME,
                        CATEGORY.SLUG,
                        CATEGORY.PARENT_ID,
                        CATEGORY.CREATED_AT,
                        CATEGORY.VERSION)
                .from(CATEGORY)
                .where(not(CATEGORY.LEAVING))
                .fetch(mapping((id, name, slug, parent, created, version) ->
                        new Category(id, name, slug, spot(parent), created, version))));
    }

    @Override
    public boolean add(Category category) {
        if (!claim(category)) {
            return false;
        }
        sql.insertInto(CATEGORY)
                .set(CATEGORY.ID, category.id())
                .set(CATEGORY.PARENT_ID, parent(category))
                .set(CATEGORY.SLUG, category.slug())
                .set(CATEGORY.NAME, category.name())
                .set(CATEGORY.CREATED_AT, category.createdAt())
                .set(CATEGORY.VERSION, category.version())
                .execute();
        news.of(Subject.CATEGORIES);
        return true;
    }

    @Override
    public Optional<Category> save(Category category) {
        return claim(category) ? Optional.of(update(category)) : Optional.empty();
    }

    private Category update(Category category) {
        int saved = sql.update(CATEGORY)
                .set(CATEGORY.PARENT_ID, parent(category))
                .set(CATEGORY.SLUG, category.slug())
                .set(CATEGORY.NAME, category.name())
                .set(CATEGORY.VERSION, category.version() + 1)
                .where(CATEGORY.ID.eq(category.id()))
                .and(CATEGORY.VERSION.eq(category.version()))
                .execute();
        if (saved == 0) {
            throw new StaleAggregate("A category");
        }
        news.of(Subject.CATEGORIES, Subject.LABELS);
        return new Category(
                category.id(),
                category.name(),
                category.slug(),
                category.spot(),
                category.createdAt(),
                category.version() + 1);
    }

    private boolean claim(Category category) {
        int claimed = sql.insertInto(CATEGORY_SLUG)
                .set(CATEGORY_SLUG.SLUG, category.slug())
                .set(CATEGORY_SLUG.CATEGORY_ID, category.id())
                .onConflictDoNothing()
                .execute();
        return claimed == 1
                || sql.fetchExists(
                        CATEGORY_SLUG,
                        CATEGORY_SLUG.SLUG.eq(category.slug()).and(CATEGORY_SLUG.CATEGORY_ID.eq(category.id())));
    }

    /// From now on nobody finds it, and its addresses are free. The first few of its posts are taken off it at once.
    @Override
    public void remove(CategoryId category) {
        sql.select(CATEGORY.ID)
                .from(CATEGORY)
                .where(CATEGORY.ID.eq(category))
                .forUpdate()
                .execute();
        sql.deleteFrom(CATEGORY_SLUG)
                .where(CATEGORY_SLUG.CATEGORY_ID.eq(category))
                .execute();
        sql.update(CATEGORY)
                .set(CATEGORY.LEAVING, true)
                .setNull(CATEGORY.PARENT_ID)
                .where(CATEGORY.ID.eq(category))
                .execute();
        clearing.bite(category);
        news.of(Subject.CATEGORIES, Subject.LABELS);
    }

    private static Spot spot(@Nullable CategoryId parent) {
        return parent == null ? new Spot.Top() : new Spot.Within(parent);
    }

    private static @Nullable CategoryId parent(Category category) {
        return category.spot() instanceof Spot.Within(var parent) ? parent : null;
    }
}

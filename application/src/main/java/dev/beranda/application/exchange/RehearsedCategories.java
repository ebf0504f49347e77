package dev.beranda.application.exchange;

import dev.beranda.domain.category.Categories;
import dev.beranda.domain.category.Category;
import dev.beranda.domain.category.CategoryId;
import dev.beranda.domain.category.CategoryTree;
import dev.beranda.domain.shared.Slug;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The tree is held for as long as a look at it takes.
record RehearsedCategories(
        Categories kept, Undone moments, Map<CategoryId, Category> opened, Map<Slug, CategoryId> addresses)
        implements Categories {

    static RehearsedCategories of(Categories kept, Undone moments) {
        return new RehearsedCategories(kept, moments, new HashMap<>(), new HashMap<>());
    }

    @Override
    public Optional<CategoryId> called(Slug address) {
        return Optional.ofNullable(addresses.get(address)).or(() -> kept.called(address));
    }

    @Override
    public CategoryTree hold() {
        return moments.tried(kept::hold).with(opened.values());
    }

    @Override
    public boolean add(Category category) {
        return save(category).isPresent();
    }

    @Override
    public Optional<Category> save(Category category) {
        if (!called(category.slug()).orElse(category.id()).equals(category.id())) {
            return Optional.empty();
        }
        opened.put(category.id(), category);
        addresses.put(category.slug(), category.id());
        return Optional.of(category);
    }

    @Override
    public void remove(CategoryId category) {
        throw new UnsupportedOperationException("nothing is removed by what is brought");
    }
}

package dev.beranda.application.category;

import dev.beranda.domain.category.Categories;
import dev.beranda.domain.shared.Slug;
import java.util.Optional;

/// Show a category, with all that stands within it.
public final class ShowCategory {

    /// @param address its own, or one it had before
    public record Query(Slug address) {}

    private final Categories categories;
    private final ListCategories listCategories;

    public ShowCategory(Categories categories, ListCategories listCategories) {
        this.categories = categories;
        this.listCategories = listCategories;
    }

    public Optional<BranchView> show(Query query) {
        return categories.called(query.address()).flatMap(id -> BranchView.find(listCategories.list(), id));
    }
}

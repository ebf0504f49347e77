package dev.beranda.application.category;

import dev.beranda.domain.category.CategoryId;
import dev.beranda.domain.shared.Slug;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Show all categories, as they stand within one another, each level by name.
public final class ListCategories {

    private static final Comparator<CategoryView> BY_NAME = Comparator.comparing(
                    (CategoryView category) -> category.name().value(), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(category -> category.slug().value());

    private final CategoryReader categories;

    public ListCategories(CategoryReader categories) {
        this.categories = categories;
    }

    public List<BranchView> list() {
        List<CategoryView> all = categories.all().stream().sorted(BY_NAME).toList();
        Map<CategoryId, List<CategoryView>> children = all.stream()
                .filter(category -> category.parent() != null)
                .collect(Collectors.groupingBy(category -> Objects.requireNonNull(category.parent())));
        return all.stream()
                .filter(category -> category.parent() == null)
                .map(category -> branch(category, null, children))
                .toList();
    }

    private static BranchView branch(
            CategoryView category, @Nullable Slug parent, Map<CategoryId, List<CategoryView>> children) {
        List<BranchView> within = children.getOrDefault(category.id(), List.of()).stream()
                .map(child -> branch(child, category.slug(), children))
                .toList();
        long posts =
                category.posts() + within.stream().mapToLong(BranchView::posts).sum();
        return new BranchView(category, parent, posts, within);
    }
}

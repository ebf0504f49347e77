package dev.beranda.domain.category;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All categories there are, as they stand within one another: never in a circle, and no deeper than [#DEEPEST].
public final class CategoryTree {

    public static final int DEEPEST = 5;
    public static final int MOST = 1_000;

    private final Map<CategoryId, Category> categories;

    public CategoryTree(Collection<Category> categories) {
        this.categories = categories.stream().collect(Collectors.toUnmodifiableMap(Category::id, Function.identity()));
    }

    /// As it would be with these, each in the place of who has its id.
    public CategoryTree with(Collection<Category> others) {
        Map<CategoryId, Category> all = new HashMap<>(categories);
        others.forEach(category -> all.put(category.id(), category));
        return new CategoryTree(all.values());
    }

    public Optional<Category> find(CategoryId id) {
        return Optional.ofNullable(categories.get(id));
    }

    public boolean hasChildren(CategoryId id) {
        return categories.values().stream().anyMatch(category -> stands(category, id));
    }

    /// Whether a new one, or one of these as it is to be, can stand where it wants to.
    public Growth place(Category category) {
        if (!categories.containsKey(category.id()) && categories.size() >= MOST) {
            return new Growth.TooMany();
        }
        if (isWithin(category.spot(), category.id())) {
            return new Growth.Circle();
        }
        return depth(category.spot()) + height(category.id()) > DEEPEST
                ? new Growth.TooDeep()
                : new Growth.Fits(category);
    }

    private boolean isWithin(Spot spot, CategoryId ancestor) {
        return switch (spot) {
            case Spot.Top() -> false;
            case Spot.Within(var parent) ->
                parent.equals(ancestor) || isWithin(known(parent).spot(), ancestor);
        };
    }

    /// How many are above.
    private int depth(Spot spot) {
        return switch (spot) {
            case Spot.Top() -> 0;
            case Spot.Within(var parent) -> 1 + depth(known(parent).spot());
        };
    }

    /// How many levels it takes, with what stands within it.
    private int height(CategoryId id) {
        return 1
                + categories.values().stream()
                        .filter(category -> stands(category, id))
                        .mapToInt(category -> height(category.id()))
                        .max()
                        .orElse(0);
    }

    private static boolean stands(Category category, CategoryId within) {
        return category.spot() instanceof Spot.Within(var parent) && parent.equals(within);
    }

    private Category known(CategoryId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("a category within one that is not there"));
    }
}

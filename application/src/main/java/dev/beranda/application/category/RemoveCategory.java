package dev.beranda.application.category;

import dev.beranda.domain.category.Categories;
import dev.beranda.domain.category.Category;
import dev.beranda.domain.category.CategoryTree;
import dev.beranda.domain.shared.BasedOn;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.shared.Transactions;

/// Take a category away. Its posts stay, on no shelf; what stands within it has to be moved first.
public final class RemoveCategory {

    public record Command(Role by, Slug category, BasedOn seen) {}

    public sealed interface Outcome {

        record Removed() implements Outcome {}

        record NotAllowed() implements Outcome {}

        record NoSuchCategory() implements Outcome {}

        /// Somebody saved it since it was seen.
        record Stale() implements Outcome {}

        record HasChildren() implements Outcome {}
    }

    private final Categories categories;
    private final Transactions transactions;

    public RemoveCategory(Categories categories, Transactions transactions) {
        this.categories = categories;
        this.transactions = transactions;
    }

    public Outcome remove(Command command) {
        if (!command.by().includes(Role.EDITOR)) {
            return new Outcome.NotAllowed();
        }
        return transactions.write(() -> {
            CategoryTree tree = categories.hold();
            return categories
                    .called(command.category())
                    .flatMap(tree::find)
                    .map(category -> remove(tree, category, command.seen()))
                    .orElseGet(Outcome.NoSuchCategory::new);
        });
    }

    private Outcome remove(CategoryTree tree, Category category, BasedOn seen) {
        if (!seen.covers(category.version())) {
            return new Outcome.Stale();
        }
        if (tree.hasChildren(category.id())) {
            return new Outcome.HasChildren();
        }
        categories.remove(category.id());
        return new Outcome.Removed();
    }
}

package dev.beranda.application.category;

import dev.beranda.domain.category.Categories;
import dev.beranda.domain.category.Category;
import dev.beranda.domain.category.CategoryId;
import dev.beranda.domain.category.CategoryName;
import dev.beranda.domain.category.CategoryTree;
import dev.beranda.domain.category.Growth;
import dev.beranda.domain.category.Spot;
import dev.beranda.domain.shared.BasedOn;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.shared.Transactions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Call a category otherwise, or move it elsewhere with all that stands within it.
public final class ChangeCategory {

    /// @param name nothing to leave it as it is, as with the slug
    public record Command(
            Role by,
            Slug category,
            BasedOn seen,
            @Nullable CategoryName name,
            @Nullable Slug slug,
            Move move) {}

    public sealed interface Move {

        record Stay() implements Move {}

        record ToTheTop() implements Move {}

        record Within(Slug parent) implements Move {}
    }

    public sealed interface Outcome {

        record Changed(BranchView category) implements Outcome {}

        record NotAllowed() implements Outcome {}

        record NoSuchCategory() implements Outcome {}

        /// Somebody saved it since it was seen.
        record Stale() implements Outcome {}

        record NoSuchParent() implements Outcome {}

        record SlugTaken() implements Outcome {}

        /// It would stand within itself.
        record Circle() implements Outcome {}

        record TooDeep() implements Outcome {}
    }

    private final Categories categories;
    private final ListCategories listCategories;
    private final Transactions transactions;

    public ChangeCategory(Categories categories, ListCategories listCategories, Transactions transactions) {
        this.categories = categories;
        this.listCategories = listCategories;
        this.transactions = transactions;
    }

    public Outcome change(Command command) {
        if (!command.by().includes(Role.EDITOR)) {
            return new Outcome.NotAllowed();
        }
        return transactions.write(() -> {
            CategoryTree tree = categories.hold();
            return categories
                    .called(command.category())
                    .flatMap(tree::find)
                    .map(category -> change(tree, category, command))
                    .orElseGet(Outcome.NoSuchCategory::new);
        });
    }

    private Outcome change(CategoryTree tree, Category category, Command command) {
        if (!command.seen().covers(category.version())) {
            return new Outcome.Stale();
        }
        return spot(category, command.move())
                .map(spot -> change(
                        tree,
                        category,
                        category.as(
                                command.name() == null ? category.name() : command.name(),
                                command.slug() == null ? category.slug() : command.slug(),
                                spot)))
                .orElseGet(Outcome.NoSuchParent::new);
    }

    private Optional<Spot> spot(Category category, Move move) {
        return switch (move) {
            case Move.Stay() -> Optional.of(category.spot());
            case Move.ToTheTop() -> Optional.of(new Spot.Top());
            case Move.Within(var parent) -> categories.called(parent).map(Spot.Within::new);
        };
    }

    private Outcome change(CategoryTree tree, Category before, Category wanted) {
        if (wanted.equals(before)) {
            return changed(before.id());
        }
        return switch (tree.place(wanted)) {
            case Growth.Fits(var fit) ->
                categories.save(fit).map(saved -> changed(saved.id())).orElseGet(Outcome.SlugTaken::new);
            case Growth.Circle() -> new Outcome.Circle();
            case Growth.TooDeep() -> new Outcome.TooDeep();
            case Growth.TooMany() -> throw new IllegalStateException("none was added");
        };
    }

    private Outcome changed(CategoryId id) {
        return new Outcome.Changed(BranchView.find(listCategories.list(), id).orElseThrow());
    }
}

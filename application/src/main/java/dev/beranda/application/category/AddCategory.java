package dev.beranda.application.category;

import dev.beranda.domain.category.Categories;
import dev.beranda.domain.category.Category;
import dev.beranda.domain.category.CategoryId;
import dev.beranda.domain.category.CategoryName;
import dev.beranda.domain.category.CategoryTree;
import dev.beranda.domain.category.Growth;
import dev.beranda.domain.category.Spot;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.Transliteration;
import dev.beranda.domain.shared.UuidSource;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Open a category, at the top or within another one.
public final class AddCategory {

    /// @param slug nothing to have one made of the name
    /// @param parent nothing for the top
    public record Command(
            Role by,
            CategoryName name,
            @Nullable Slug slug,
            @Nullable Slug parent) {}

    public sealed interface Outcome {

        record Added(BranchView category) implements Outcome {}

        record NotAllowed() implements Outcome {}

        record NoSuchParent() implements Outcome {}

        record SlugTaken() implements Outcome {}

        record TooDeep() implements Outcome {}

        record TooMany() implements Outcome {}
    }

    private static final int MOST_NAMESAKES = 50;

    private final Categories categories;
    private final ListCategories listCategories;
    private final Transliteration transliteration;
    private final Transactions transactions;
    private final UuidSource uuids;
    private final Clock clock;

    public AddCategory(
            Categories categories,
            ListCategories listCategories,
            Transliteration transliteration,
            Transactions transactions,
            UuidSource uuids,
            Clock clock) {
        this.categories = categories;
        this.listCategories = listCategories;
        this.transliteration = transliteration;
        this.transactions = transactions;
        this.uuids = uuids;
        this.clock = clock;
    }

    public Outcome add(Command command) {
        if (!command.by().includes(Role.EDITOR)) {
            return new Outcome.NotAllowed();
        }
        return transactions.write(() -> {
            CategoryTree tree = categories.hold();
            return spot(command.parent()).map(spot -> add(tree, command, spot)).orElseGet(Outcome.NoSuchParent::new);
        });
    }

    private Optional<Spot> spot(@Nullable Slug parent) {
        return parent == null
                ? Optional.of(new Spot.Top())
                : categories.called(parent).map(Spot.Within::new);
    }

    private Outcome add(CategoryTree tree, Command command, Spot spot) {
        var id = new CategoryId(uuids.next());
        List<Slug> wanted = command.slug() == null ? addresses(id, command.name()) : List.of(command.slug());
        var category = Category.open(id, command.name(), wanted.getFirst(), spot, clock.instant());
        return switch (tree.place(category)) {
            case Growth.Fits(var fit) -> add(fit, wanted);
            case Growth.TooMany() -> new Outcome.TooMany();
            case Growth.TooDeep(), Growth.Circle() -> new Outcome.TooDeep();
        };
    }

    private Outcome add(Category category, List<Slug> wanted) {
        return wanted.stream()
                .map(slug -> category.as(category.name(), slug, category.spot()))
                .filter(categories::add)
                .findFirst()
                .<Outcome>map(added -> new Outcome.Added(
                        BranchView.find(listCategories.list(), added.id()).orElseThrow()))
                .orElseGet(Outcome.SlugTaken::new);
    }

    private List<Slug> addresses(CategoryId id, CategoryName name) {
        Slug nameless = new Slug("category-" + id.toString().substring(24));
        Slug first = Slug.of(transliteration.plainLetters(name.value()), nameless);
        return IntStream.rangeClosed(1, MOST_NAMESAKES)
                .mapToObj(number -> number == 1 ? first : first.numbered(number))
                .toList();
    }
}

package dev.beranda.application.exchange;

import dev.beranda.application.exchange.ImportedItem.Fate;
import dev.beranda.application.exchange.Parcel.CategoryCard;
import dev.beranda.domain.category.Categories;
import dev.beranda.domain.category.Category;
import dev.beranda.domain.category.CategoryId;
import dev.beranda.domain.category.CategoryName;
import dev.beranda.domain.category.CategoryTree;
import dev.beranda.domain.category.Growth;
import dev.beranda.domain.category.Spot;
import dev.beranda.domain.exchange.Provenance;
import dev.beranda.domain.exchange.Provenances;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Opens the shelves that were brought, and those that texts name and nobody opened.
final class CategoryIntake {

    private final Categories categories;
    private final Provenances provenances;
    private final Unpacker unpacker;
    private final SlugWish slugs;
    private final Transactions transactions;
    private final UuidSource uuids;

    CategoryIntake(
            Categories categories,
            Provenances provenances,
            Unpacker unpacker,
            SlugWish slugs,
            Transactions transactions,
            UuidSource uuids) {
        this.categories = categories;
        this.provenances = provenances;
        this.unpacker = unpacker;
        this.slugs = slugs;
        this.transactions = transactions;
        this.uuids = uuids;
    }

    public ImportedItem take(Trip trip, CategoryCard card) {
        String digest = unpacker.fingerprint(card);
        return transactions.write(() -> {
            Optional<Provenance> known = provenances.find(trip.key(card.label()));
            CategoryTree tree = categories.hold();
            var notes = Notes.on(card.label(), List.of());
            return notes.need("name", CategoryName.parse(card.name()))
                    .map(name -> file(trip, card, name, digest, known, tree, notes))
                    .orElseGet(notes::refused);
        });
    }

    private ImportedItem file(
            Trip trip,
            CategoryCard card,
            CategoryName name,
            String digest,
            Optional<Provenance> known,
            CategoryTree tree,
            Notes notes) {
        Optional<Category> present = present(card, known, tree);
        if (present.isPresent()) {
            return renew(trip, card, name, digest, known, present.get(), tree, notes);
        }
        if (known.isPresent() && !trip.overwrite()) {
            return notes.skipped(new Flaw("removed_here"), known.get().local(), "");
        }
        return add(trip, card, name, digest, known, tree, notes);
    }

    private static Optional<Category> present(CategoryCard card, Optional<Provenance> known, CategoryTree tree) {
        return known.map(Provenance::local)
                .or(() -> Optional.ofNullable(card.id()))
                .flatMap(id -> tree.find(new CategoryId(id)));
    }

    private ImportedItem add(
            Trip trip,
            CategoryCard card,
            CategoryName name,
            String digest,
            Optional<Provenance> known,
            CategoryTree tree,
            Notes notes) {
        Slug slug =
                slugs.near(card.slug().isEmpty() ? card.name() : card.slug()).orElseGet(this::nameless);
        Optional<CategoryId> namesake = categories.called(slug);
        if (namesake.isPresent()) {
            note(known, new Provenance(trip.key(card.label()), namesake.get().value(), digest, -1));
            return notes.taken(Fate.UNCHANGED, namesake.get().value(), slug.value());
        }
        var id = new CategoryId(card.id() == null ? uuids.next() : card.id());
        Instant created = trip.moment(card.createdAt() == null ? trip.now() : card.createdAt());
        Category category = Category.open(id, name, slug, spot(card, notes), created);
        return switch (tree.place(category)) {
            case Growth.Fits(var fit) -> {
                long seen = open(fit, formers(card, notes)).version();
                note(known, new Provenance(trip.key(card.label()), id.value(), digest, seen));
                yield notes.taken(Fate.CREATED, id.value(), slug.value());
            }
            case Growth.TooDeep(), Growth.Circle() -> notes.refused("parent", new Flaw("category_too_deep"));
            case Growth.TooMany() -> notes.refused(Parcel.Remark.ALL, new Flaw("too_many_categories"));
        };
    }

    private ImportedItem renew(
            Trip trip,
            CategoryCard card,
            CategoryName name,
            String digest,
            Optional<Provenance> known,
            Category present,
            CategoryTree tree,
            Notes notes) {
        Category renewed = present.as(name, slugs.near(card.slug()).orElse(present.slug()), spot(card, notes));
        boolean isSame = known.map(before -> before.digest().equals(digest)).orElse(false) && !trip.overwrite();
        if (isSame || renewed.equals(present)) {
            return notes.taken(
                    Fate.UNCHANGED, present.id().value(), present.slug().value());
        }
        boolean isUntouched =
                known.map(before -> before.seen() == present.version()).orElse(false);
        if (!isUntouched && !trip.overwrite()) {
            return notes.skipped(
                    new Flaw("edited_here"),
                    present.id().value(),
                    present.slug().value());
        }
        Optional<Category> saved =
                tree.place(renewed) instanceof Growth.Fits(var fit) ? categories.save(fit) : Optional.empty();
        if (saved.isEmpty()) {
            return notes.refused("slug", new Flaw("slug_taken"));
        }
        long seen = saved.get().version();
        note(known, new Provenance(trip.key(card.label()), present.id().value(), digest, seen));
        return notes.taken(
                Fate.UPDATED, present.id().value(), saved.get().slug().value());
    }

    /// With the addresses it had before, one after the other.
    private Category open(Category category, List<Slug> formers) {
        List<Slug> all = Stream.concat(formers.stream().filter(slug -> isFree(slug)), Stream.of(category.slug()))
                .toList();
        Category opened = category.as(category.name(), all.getFirst(), category.spot());
        if (!categories.add(opened)) {
            throw new StaleAggregate("A category");
        }
        for (Slug next : all.subList(1, all.size())) {
            opened = categories
                    .save(opened.as(opened.name(), next, opened.spot()))
                    .orElseThrow(() -> new StaleAggregate("A category"));
        }
        return opened;
    }

    private boolean isFree(Slug slug) {
        return categories.called(slug).isEmpty();
    }

    /// The shelf of this name or address. One that nobody opened yet is there from then on.
    Optional<CategoryId> called(String name, Notes notes, Instant now) {
        Slug slug = slugs.near(name).orElseGet(this::nameless);
        return categories
                .called(slug)
                .or(() -> notes.want("category", CategoryName.parse(name))
                        .flatMap(known -> open(known, slug, notes, now)));
    }

    private Optional<CategoryId> open(CategoryName name, Slug slug, Notes notes, Instant now) {
        var category = Category.open(new CategoryId(uuids.next()), name, slug, new Spot.Top(), now);
        if (categories.hold().place(category) instanceof Growth.Fits(var fit)) {
            return categories.add(fit) ? Optional.of(fit.id()) : categories.called(slug);
        }
        notes.warn("category", new Flaw("too_many_categories"));
        return Optional.empty();
    }

    private Spot spot(CategoryCard card, Notes notes) {
        if (card.parent().isEmpty()) {
            return new Spot.Top();
        }
        Optional<CategoryId> parent = slugs.near(card.parent()).flatMap(categories::called);
        if (parent.isEmpty()) {
            notes.warn("parent", new Flaw("category_unknown"));
        }
        return parent.<Spot>map(Spot.Within::new).orElseGet(Spot.Top::new);
    }

    private static List<Slug> formers(CategoryCard card, Notes notes) {
        return card.formerSlugs().stream()
                .flatMap(raw -> notes.want("former_slugs", Slug.parse(raw)).stream())
                .toList();
    }

    private Slug nameless() {
        return new Slug("category-" + uuids.next().toString().substring(24));
    }

    private void note(Optional<Provenance> known, Provenance provenance) {
        if (known.isPresent()) {
            provenances.save(provenance);
        } else if (!provenances.claim(provenance)) {
            throw new StaleAggregate("A category that is brought");
        }
    }
}

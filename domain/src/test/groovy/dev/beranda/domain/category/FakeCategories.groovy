package dev.beranda.domain.category

import dev.beranda.domain.shared.Restorable
import dev.beranda.domain.shared.Slug
import dev.beranda.domain.shared.StaleAggregate

class FakeCategories implements Categories, Restorable {

    private Map<CategoryId, Category> categories = [:]
    private Map<Slug, CategoryId> addresses = [:]

    @Override
    synchronized Optional<CategoryId> called(Slug address) {
        Optional.ofNullable(addresses[address])
    }

    @Override
    synchronized CategoryTree hold() {
        new CategoryTree(categories.values())
    }

    @Override
    synchronized boolean add(Category category) {
        claim(category) && keep(category)
    }

    @Override
    synchronized Optional<Category> save(Category category) {
        if (categories[category.id()]?.version() != category.version()) {
            throw new StaleAggregate('A category')
        }
        claim(category) ? Optional.of(keep(new Category(
                category.id(), category.name(), category.slug(), category.spot(), category.createdAt(), category.version() + 1))) : Optional.empty()
    }

    @Override
    synchronized void remove(CategoryId category) {
        categories = categories.findAll { it.key != category }
        addresses = addresses.findAll { it.value != category }
    }

    synchronized List<Category> getAll() {
        categories.values() as List
    }

    @Override
    synchronized Runnable presentState() {
        def (presentCategories, presentAddresses) = [categories, addresses]
        return { (categories, addresses) = [presentCategories, presentAddresses] }
    }

    private boolean claim(Category category) {
        if (category.slug() !in addresses) {
            addresses += [(category.slug()): category.id()]
        }
        addresses[category.slug()] == category.id()
    }

    private Category keep(Category category) {
        categories += [(category.id()): category]
        category
    }
}

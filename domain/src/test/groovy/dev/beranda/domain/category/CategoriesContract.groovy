package dev.beranda.domain.category

import dev.beranda.domain.fixture.People
import dev.beranda.domain.shared.SequentialUuids
import dev.beranda.domain.shared.Slug
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.shared.Transactions
import spock.lang.Specification

abstract class CategoriesContract extends Specification {

    abstract Categories getCategories()

    abstract Transactions getTransactions()

    def uuids = new SequentialUuids()

    def "a category is found at its address, and stands in the tree as it was added"() {
        given:
        def food = category('food')
        def snacks = category('snacks', new Spot.Within(food.id()))

        expect:
        add(food)
        add(snacks)
        categories.called(food.slug()).get() == food.id()
        categories.called(new Slug('nowhere')).empty
        with(tree()) {
            find(food.id()).get() == food
            find(snacks.id()).get() == snacks
            hasChildren(food.id())
            !hasChildren(snacks.id())
            find(new CategoryId(uuids.next())).empty
        }
    }

    def "an address is given once, and leads to its category when it is no longer the present one"() {
        given:
        def food = category('food')
        add(food)

        expect:
        !add(category('food'))

        when:
        def moved = save(food.as(new CategoryName('Meals'), new Slug('meals'), food.spot())).get()

        then:
        moved.version() == 1
        tree().find(food.id()).get() == moved
        ['food', 'meals'].every { categories.called(new Slug(it)).get() == food.id() }
        !add(category('food'))

        when:
        def other = category('other')
        add(other)

        then:
        save(other.as(other.name(), new Slug('food'), other.spot())).empty
        tree().find(other.id()).get() == other
        save(moved.as(moved.name(), new Slug('food'), moved.spot())).present
    }

    def "who saves what somebody else saved since is told so"() {
        given:
        def food = category('food')
        add(food)
        save(food.as(new CategoryName('Meals'), food.slug(), food.spot()))

        when:
        save(food.as(new CategoryName('Snacks'), food.slug(), food.spot()))

        then:
        thrown(StaleAggregate)
        tree().find(food.id()).get().name() == new CategoryName('Meals')
    }

    def "one that is removed leaves its addresses to whoever wants them"() {
        given:
        def food = category('food')
        add(food)
        save(food.as(food.name(), new Slug('meals'), food.spot()))

        when:
        transactions.write { categories.remove(food.id()) }

        then:
        categories.called(new Slug('meals')).empty
        tree().find(food.id()).empty
        add(category('food'))
    }

    boolean add(Category category) {
        transactions.write { categories.add(category) }
    }

    Optional<Category> save(Category category) {
        transactions.write { categories.save(category) }
    }

    CategoryTree tree() {
        transactions.write { categories.hold() }
    }

    Category category(String slug, Spot spot = new Spot.Top()) {
        Category.open(new CategoryId(uuids.next()), new CategoryName(slug.capitalize()), new Slug(slug), spot, People.NOW)
    }
}

package dev.beranda.application.category

import dev.beranda.domain.category.CategoryName
import dev.beranda.domain.category.FakeCategories
import dev.beranda.domain.category.Spot
import dev.beranda.domain.fixture.SettableClock
import dev.beranda.domain.shared.BasedOn
import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.FakeTransliteration
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.SequentialUuids
import dev.beranda.domain.shared.Slug
import spock.lang.Specification

class CategoriesSpec extends Specification {

    def categories = new FakeCategories()
    def counts = [:].withDefault { 0L }
    def transactions = new FakeTransactions(categories)
    def clock = new SettableClock()
    def listCategories = new ListCategories({
        categories.all.collect {
            new CategoryView(it.id(), it.spot() instanceof Spot.Within ? it.spot().parent() : null, it.name(), it.slug(),
                    counts[it.slug().value()], it.createdAt(), it.version())
        }
    })
    def showCategory = new ShowCategory(categories, listCategories)
    def addCategory = new AddCategory(
            categories, listCategories, new FakeTransliteration(), transactions, new SequentialUuids(), clock)
    def changeCategory = new ChangeCategory(categories, listCategories, transactions)
    def removeCategory = new RemoveCategory(categories, transactions)

    def "categories stand within one another, each level by name, and count what stands within them"() {
        given:
        add('Food')
        add('snacks', 'food')
        add('Drinks', 'food')
        add('Coffee', 'drinks')
        add('art')
        counts.putAll([food: 1L, snacks: 2L, coffee: 4L])

        expect:
        described(listCategories.list()) == ['art 0', ['Food 7', ['Drinks 4', ['Coffee 4']], ['snacks 2']]]
        listCategories.list()[1].children()*.parent() == [new Slug('food'), new Slug('food')]
        showCategory.show(new ShowCategory.Query(new Slug('drinks'))).get().posts() == 4
        showCategory.show(new ShowCategory.Query(new Slug('nowhere'))).empty
    }

    def "an editor opens a category, at an address made of its name or at one of their choice"() {
        expect:
        add('Street Food').category().category().slug() == new Slug('street-food')
        add('Street food').category().category().slug() == new Slug('street-food-2')
        add('Elsewhere', null, 'here').category().category().slug() == new Slug('here')
        add('Elsewhere', null, 'here') == new AddCategory.Outcome.SlugTaken()
        add('Elsewhere', 'nowhere') == new AddCategory.Outcome.NoSuchParent()
        add('日本').category().category().slug().value().startsWith('category-')
        categories.all.size() == 4
    }

    def "they are moved, and called otherwise; to change nothing is no save"() {
        given:
        add('Food')
        add('Snacks')

        expect:
        change('snacks').category().category().version() == 0
        with(change('snacks', move: new ChangeCategory.Move.Within(new Slug('food'))).category()) {
            parent() == new Slug('food')
            category().version() == 1
        }
        change('snacks', name: 'Bites', slug: 'bites').category().parent() == new Slug('food')
        change('snacks', move: new ChangeCategory.Move.ToTheTop()).category().parent() == null
        change('bites', slug: 'food') == new ChangeCategory.Outcome.SlugTaken()
        change('bites', move: new ChangeCategory.Move.Within(new Slug('nowhere'))) == new ChangeCategory.Outcome.NoSuchParent()
        change('nowhere') == new ChangeCategory.Outcome.NoSuchCategory()
    }

    def "none stands within itself or deeper than five levels"() {
        given:
        add('c1')
        (2..5).each { add("c$it", "c${it - 1}") }

        expect:
        add('c6', 'c5') == new AddCategory.Outcome.TooDeep()
        change('c1', move: new ChangeCategory.Move.Within(new Slug('c5'))) == new ChangeCategory.Outcome.Circle()
        change('c1', move: new ChangeCategory.Move.Within(new Slug('c1'))) == new ChangeCategory.Outcome.Circle()

        when:
        add('d1')

        then:
        change('c1', move: new ChangeCategory.Move.Within(new Slug('d1'))) == new ChangeCategory.Outcome.TooDeep()
        change('d1', move: new ChangeCategory.Move.Within(new Slug('c4'))) instanceof ChangeCategory.Outcome.Changed
    }

    def "one within which others stand is not taken away"() {
        given:
        add('Food')
        add('Snacks', 'food')

        expect:
        remove('food') == new RemoveCategory.Outcome.HasChildren()
        remove('snacks') == new RemoveCategory.Outcome.Removed()
        remove('food') == new RemoveCategory.Outcome.Removed()
        remove('food') == new RemoveCategory.Outcome.NoSuchCategory()
        categories.all.empty
    }

    def "who decided on what is no longer so is told, and nothing happens"() {
        given:
        add('Food')
        change('food', name: 'Meals')
        def seen = new BasedOn.OneOf([0L] as Set)

        expect:
        changeCategory.change(new ChangeCategory.Command(
                Role.EDITOR, new Slug('food'), seen, new CategoryName('x'), null, new ChangeCategory.Move.Stay())) == new ChangeCategory.Outcome.Stale()
        removeCategory.remove(new RemoveCategory.Command(Role.EDITOR, new Slug('food'), seen)) == new RemoveCategory.Outcome.Stale()
        categories.all*.name() == [new CategoryName('Meals')]
    }

    def "a #role does nothing of it"() {
        given:
        add('Food')
        def any = new BasedOn.Any()

        expect:
        addCategory.add(new AddCategory.Command(role, new CategoryName('x'), null, null)) == new AddCategory.Outcome.NotAllowed()
        changeCategory.change(new ChangeCategory.Command(
                role, new Slug('food'), any, new CategoryName('x'), null, new ChangeCategory.Move.Stay())) == new ChangeCategory.Outcome.NotAllowed()
        removeCategory.remove(new RemoveCategory.Command(role, new Slug('food'), any)) == new RemoveCategory.Outcome.NotAllowed()
        categories.all*.name() == [new CategoryName('Food')]

        where:
        role << [Role.READER, Role.AUTHOR]
    }

    private AddCategory.Outcome add(String name, String parent = null, String slug = null) {
        addCategory.add(new AddCategory.Command(
                Role.EDITOR, new CategoryName(name), slug == null ? null : new Slug(slug), parent == null ? null : new Slug(parent)))
    }

    private ChangeCategory.Outcome change(Map<String, ?> wishes = [:], String category) {
        changeCategory.change(new ChangeCategory.Command(
                Role.EDITOR, new Slug(category), new BasedOn.Any(), wishes.name ? new CategoryName(wishes.name as String) : null,
                wishes.slug ? new Slug(wishes.slug as String) : null, wishes.move as ChangeCategory.Move ?: new ChangeCategory.Move.Stay()))
    }

    private RemoveCategory.Outcome remove(String category) {
        removeCategory.remove(new RemoveCategory.Command(Role.EDITOR, new Slug(category), new BasedOn.Any()))
    }

    private static List described(List<BranchView> branches) {
        branches.collect {
            def line = "${it.category().name()} ${it.posts()}".toString()
            it.children() ? [line, *described(it.children()).collect { child -> child instanceof List ? child : [child] }] : line
        }
    }
}

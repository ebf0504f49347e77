package dev.beranda.domain.tag

import dev.beranda.domain.fixture.People
import dev.beranda.domain.shared.SequentialUuids
import dev.beranda.domain.shared.Slug
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.shared.Transactions
import spock.lang.Specification

abstract class TagsContract extends Specification {

    abstract Tags getTags()

    abstract Transactions getTransactions()

    def uuids = new SequentialUuids()

    def "a tag is there from when it was first wanted, however it is written then"() {
        given:
        def first = obtainAll([tag('Street food', 'street-food')])

        expect:
        obtainAll([tag('STREET FOOD', 'street-food')]) == first
        obtainAll([tag('Street foods', 'street-foods')]) != first
    }

    def "they come in the order they are named, each once"() {
        given:
        def (b, a) = obtainAll([tag('b', 'b'), tag('a', 'a')])

        expect:
        obtainAll([tag('A', 'a'), tag('c', 'c'), tag('b', 'b'), tag('a', 'a')]) == [a, obtainAll([tag('c', 'c')]).first(), b]
        obtainAll([]) == []
    }

    def "two that are told apart by more than their letters have an address each"() {
        given:
        def ids = obtainAll([tag('C', 'c'), tag('Ç', 'c'), tag('Ć', 'c')])

        expect:
        ids.toSet().size() == 3
        obtainAll([tag('ç', 'c')]) == [ids[1]]
    }

    def "one that was added is found at its address, and no other has its name or its address"() {
        given:
        def food = tag('Street food', 'street-food')

        expect:
        add(food) == new Keeping.Kept(food)
        tags.find(food.slug()).get() == food
        tags.find(new Slug('nowhere')).empty
        add(tag('STREET FOOD', 'elsewhere')) == new Keeping.NameTaken()
        add(tag('Elsewhere', 'street-food')) == new Keeping.SlugTaken()

        and: "what was refused claimed nothing"
        add(tag('Elsewhere', 'elsewhere')) instanceof Keeping.Kept
    }

    def "one that is called otherwise leaves its name to others, and its address leads to it for ever"() {
        given:
        def food = tag('Street food', 'street-food')
        add(food)

        when:
        def renamed = save(food.called(new TagName('Kaki lima'), new Slug('kaki-lima')))

        then:
        renamed.tag().version() == 1
        tags.find(new Slug('street-food')).get() == renamed.tag()
        tags.find(new Slug('kaki-lima')).get() == renamed.tag()
        obtain(tag('kaki lima', 'x')) == [food.id()]
        add(tag('Street food', 'street-food')) == new Keeping.SlugTaken()

        when:
        def other = tag('Street food', 'street-food')

        then:
        obtain(other) == [other.id()]
        tags.find(new Slug('street-food-2')).get().id() == other.id()
        save(renamed.tag().called(new TagName('Street food'), new Slug('kaki-lima'))) == new Keeping.NameTaken()
        save(renamed.tag().called(new TagName('Warung'), new Slug('street-food-2'))) == new Keeping.SlugTaken()
        add(tag('Warung', 'warung')) instanceof Keeping.Kept
    }

    def "it goes back to what it was called"() {
        given:
        def food = tag('Food', 'food')
        add(food)
        def renamed = save(food.called(new TagName('FOOD'), new Slug('meals'))).tag()

        expect:
        with(save(renamed.called(new TagName('Food'), new Slug('food'))).tag()) {
            slug() == new Slug('food')
            tags.find(new Slug('meals')).get() == it
        }
    }

    def "who saves or removes what somebody else saved since is told so"() {
        given:
        def food = tag('Food', 'food')
        add(food)
        save(food.called(new TagName('Meals'), food.slug()))

        when:
        transactions.write { act(tags, food) }

        then:
        thrown(StaleAggregate)
        tags.find(food.slug()).get().name() == new TagName('Meals')

        where:
        act << [
            { Tags all, Tag one -> all.save(one.called(new TagName('Snacks'), one.slug())) },
            { Tags all, Tag one -> all.remove(one, new Heir.Nobody()) }]
    }

    def "one that is removed leaves its name and addresses to whoever wants them"() {
        given:
        def food = tag('Food', 'food')
        add(food)

        when:
        remove(save(food.called(food.name(), new Slug('meals'))).tag(), new Heir.Nobody())

        then:
        tags.find(new Slug('meals')).empty
        tags.find(new Slug('food')).empty
        add(tag('food', 'food')) instanceof Keeping.Kept
    }

    def "one that is merged leaves everything to the other: who writes its name, or comes to its address, means that one"() {
        given:
        def (food, meals, snacks) = [tag('Food', 'food'), tag('Meals', 'meals'), tag('Snacks', 'snacks')]
        [food, meals, snacks].each { add(it) }

        when:
        remove(food, new Heir.Other(meals.id()))
        remove(meals, new Heir.Other(snacks.id()))

        then:
        ['food', 'meals', 'snacks'].every { tags.find(new Slug(it)).get() == snacks }
        obtain(tag('FOOD', 'food')) == [snacks.id()]
        add(tag('Food', 'other')) == new Keeping.NameTaken()

        and: "and it may be called by any of them"
        save(snacks.called(new TagName('Food'), new Slug('food'))) instanceof Keeping.Kept
    }

    def "nothing is left to one that is not there"() {
        given:
        def food = tag('Food', 'food')
        add(food)

        when:
        remove(food, new Heir.Other(new TagId(uuids.next())))

        then:
        thrown(StaleAggregate)
        tags.find(food.slug()).get() == food
    }

    List<TagId> obtain(Tag tag) {
        obtainAll([tag])
    }

    List<TagId> obtainAll(List<Tag> wanted) {
        transactions.write { tags.obtain(wanted) }
    }

    Keeping add(Tag tag) {
        transactions.write { tags.add(tag) }
    }

    Keeping save(Tag tag) {
        transactions.write { tags.save(tag) }
    }

    void remove(Tag tag, Heir heir) {
        transactions.write { tags.remove(tag, heir) }
    }

    Tag tag(String name, String slug) {
        Tag.coin(new TagId(uuids.next()), new TagName(name), new Slug(slug), People.NOW)
    }
}

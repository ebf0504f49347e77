package dev.beranda.domain.tag

import dev.beranda.domain.fixture.People
import dev.beranda.domain.shared.SequentialUuids
import dev.beranda.domain.shared.Slug
import spock.lang.Specification

abstract class TagsContract extends Specification {

    abstract Tags getTags()

    def uuids = new SequentialUuids()

    def "a tag is there from when it was first wanted, however it is written then"() {
        given:
        def first = tags.obtain([tag('Street food', 'street-food')])

        expect:
        tags.obtain([tag('STREET FOOD', 'street-food')]) == first
        tags.obtain([tag('Street foods', 'street-foods')]) != first
    }

    def "they come in the order they are named, each once"() {
        given:
        def (b, a) = tags.obtain([tag('b', 'b'), tag('a', 'a')])

        expect:
        tags.obtain([tag('A', 'a'), tag('c', 'c'), tag('b', 'b'), tag('a', 'a')]) == [a, tags.obtain([tag('c', 'c')]).first(), b]
        tags.obtain([]) == []
    }

    def "two that are told apart by more than their letters have an address each"() {
        given:
        def ids = tags.obtain([tag('C', 'c'), tag('Ç', 'c'), tag('Ć', 'c')])

        expect:
        ids.toSet().size() == 3
        tags.obtain([tag('ç', 'c')]) == [ids[1]]
    }

    Tag tag(String name, String slug) {
        Tag.coin(new TagId(uuids.next()), new TagName(name), new Slug(slug), People.NOW)
    }
}

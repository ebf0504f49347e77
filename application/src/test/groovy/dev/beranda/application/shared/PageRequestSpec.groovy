package dev.beranda.application.shared

import spock.lang.Specification

class PageRequestSpec extends Specification {

    def "going on, of #rows that were read #items are on the page"() {
        when:
        def page = new PageRequest(2, from, false).cut(rows, { Position.of(it) }, { 99L })

        then:
        page == new Page(items, previous, next, null)

        where:
        from           | rows      || items  | previous       | next
        null           | []        || []     | null           | null
        null           | [7]       || [7]    | null           | null
        null           | [7, 8]    || [7, 8] | null           | null
        null           | [7, 8, 9] || [7, 8] | null           | Position.of(8)
        Position.of(6) | []        || []     | null           | null
        Position.of(6) | [7, 8]    || [7, 8] | Position.of(7) | null
        Position.of(6) | [7, 8, 9] || [7, 8] | Position.of(7) | Position.of(8)
    }

    def "going back, of #rows that were read #items are on the page, in the order of the list"() {
        when:
        def page = new PageRequest(2, Position.of(9), true, false).cut(rows, { Position.of(it) }, { 99L })

        then:
        page == new Page(items, previous, next, null)

        where:
        rows      || items  | previous       | next
        []        || []     | null           | null
        [8]       || [8]    | null           | Position.of(8)
        [8, 7]    || [7, 8] | null           | Position.of(8)
        [8, 7, 6] || [7, 8] | Position.of(7) | Position.of(8)
    }

    def "nothing lies before the beginning"() {
        when:
        new PageRequest(2, null, true, false)

        then:
        thrown(IllegalArgumentException)
    }

    def "the whole list is counted for who asks, and only then"() {
        given:
        def counted = 0

        when:
        def page = new PageRequest(2, null, asked).cut([7], { Position.of(it) }, { counted++; 99L })

        then:
        page.total() == total
        counted == (asked ? 1 : 0)

        where:
        asked || total
        true  || 99L
        false || null
    }

    def "there are no pages of #limit"() {
        when:
        new PageRequest(limit, null, false)

        then:
        thrown(IllegalArgumentException)

        where:
        limit << [-1, 0, 101]
    }
}

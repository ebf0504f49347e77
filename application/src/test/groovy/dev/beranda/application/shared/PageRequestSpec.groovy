package dev.beranda.application.shared

import spock.lang.Specification

class PageRequestSpec extends Specification {

    def "of #rows rows that were read, #items are on the page"() {
        when:
        def page = new PageRequest(2, null, false).cut(rows, { Position.of(it) }, { 99L })

        then:
        page == new Page(items, next, null)

        where:
        rows      || items  | next
        []        || []     | null
        [7]       || [7]    | null
        [7, 8]    || [7, 8] | null
        [7, 8, 9] || [7, 8] | Position.of(8)
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

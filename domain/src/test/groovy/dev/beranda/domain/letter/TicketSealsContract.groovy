package dev.beranda.domain.letter

import dev.beranda.domain.fixture.People
import spock.lang.Specification

abstract class TicketSealsContract extends Specification {

    abstract TicketSeals getSeals()

    def ayu = People.somebody()
    def ticket = ticket(Purpose.RESET_PASSWORD)

    def "a token says its ticket to who asks for its purpose, and to nobody else: #purpose"() {
        given:
        def ticket = ticket(purpose)

        expect:
        seals.open(seals.tokenOf(ticket), purpose) == Optional.of(ticket.id())
        (Purpose.values() - purpose).every { seals.open(seals.tokenOf(ticket), it).empty }

        where:
        purpose << Purpose.values()
    }

    def "the same ticket always has the same token and the same code"() {
        expect:
        seals.tokenOf(ticket).reveal() == seals.tokenOf(ticket).reveal()
        seals.codeOf(ticket).reveal() == seals.codeOf(ticket).reveal()
    }

    def "another ticket, or another purpose, has another token"() {
        given:
        def tickets = Purpose.values().collectMany { purpose -> (1..20).collect { ticket(purpose) } }

        expect:
        tickets.collect { seals.tokenOf(it).reveal() }.toSet().size() == tickets.size()
    }

    def "codes are six digits, from all over the range"() {
        given:
        def codes = (1..400).collect { seals.codeOf(ticket(Purpose.LOG_IN)).reveal() }

        expect:
        codes.every { it ==~ /[0-9]{6}/ }
        codes*.getAt(0).toSet().size() == 10
        codes.toSet().size() > 390
    }

    def "a ticket knows its own code"() {
        given:
        def right = seals.codeOf(ticket).reveal()

        expect:
        seals.isCodeOf(ticket, new TicketCode(right))
        !seals.isCodeOf(ticket, new TicketCode((right[0] == '9' ? '0' : '9') + right.substring(1)))
        !seals.isCodeOf(ticket, new TicketCode(right.substring(0, 5) + (right[5] == '9' ? '0' : '9')))
    }

    def "what is not a token of ours says nothing: #what"() {
        given:
        def good = seals.tokenOf(ticket).reveal()

        expect:
        seals.open(new TicketToken(change(good)), Purpose.RESET_PASSWORD).empty

        where:
        what                 | change
        'nothing'            | { '' }
        'a word'             | { 'token' }
        'one more'           | { it + 'A' }
        'one less'           | { it[0..-2] }
        'twice'              | { it + it }
        'padded'             | { it + '=' }
        'with a blank'       | { ' ' + it }
        'letters beyond'     | { it[0..-2] + '\u0141' }
        'a megabyte'         | { 'A' * 1_000_000 }
    }

    def "one character off is another token"() {
        given:
        def good = seals.tokenOf(ticket).reveal()

        expect:
        (0..<good.length()).every { place ->
            def other = good[place] == 'A' ? 'B' : 'A'
            seals.open(new TicketToken(good.substring(0, place) + other + good.substring(place + 1)), Purpose.RESET_PASSWORD).empty
        }
    }

    protected Ticket ticket(Purpose purpose) {
        Ticket.issue(new TicketId(UUID.randomUUID()), ayu.id(), purpose, ayu.email(), People.NOW)
    }
}

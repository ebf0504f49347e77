package dev.beranda.domain.letter

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.user.Users
import java.time.Duration
import java.util.concurrent.atomic.AtomicLong
import spock.lang.Specification

abstract class TicketsContract extends Specification {

    private static final AtomicLong COUNT = new AtomicLong()

    abstract Tickets getTickets()

    abstract Users getUsers()

    def ayu = People.somebody()
    def ticket = ticketFor(ayu, Purpose.RESET_PASSWORD)

    def setup() {
        users.add(ayu)
    }

    def "a ticket is found by its id and by where it was sent, as it was issued"() {
        when:
        tickets.issue(ticket)

        then:
        tickets.find(ticket.id()) == Optional.of(ticket)
        tickets.find(ayu.email(), Purpose.RESET_PASSWORD) == Optional.of(ticket)
    }

    def "what was not issued is not there"() {
        expect:
        tickets.find(ticket.id()).empty
        tickets.find(ayu.email(), Purpose.RESET_PASSWORD).empty
    }

    def "tickets of one person for different purposes do not touch each other"() {
        given:
        def all = Purpose.values().collect { ticketFor(ayu, it) }

        when:
        all.each { tickets.issue(it) }

        then:
        all.every { tickets.find(it.id()) == Optional.of(it) }
        all.every { tickets.find(ayu.email(), it.purpose()) == Optional.of(it) }
    }

    def "a newer ticket voids the older one"() {
        given:
        tickets.issue(ticket)
        def newer = ticketFor(ayu, Purpose.RESET_PASSWORD)

        when:
        tickets.issue(newer)

        then:
        tickets.find(ticket.id()).empty
        !tickets.take(ticket, People.NOW)
        tickets.find(ayu.email(), Purpose.RESET_PASSWORD) == Optional.of(newer)
    }

    def "what was voided or used does not come back, however often it is issued"() {
        given:
        tickets.issue(ticket)
        def newer = ticketFor(ayu, Purpose.RESET_PASSWORD)
        tickets.issue(newer)

        when:
        tickets.issue(ticket)

        then:
        tickets.find(ticket.id()).empty
        tickets.take(newer, People.NOW)

        when:
        tickets.issue(newer)

        then:
        tickets.find(newer.id()).empty
        tickets.find(ayu.email(), Purpose.RESET_PASSWORD).empty
    }

    def "issuing what stands changes nothing, not even the guesses that are left"() {
        given:
        tickets.issue(ticket)
        (1..Ticket.MOST_GUESSES).each { tickets.countGuess(ticket) }

        when:
        tickets.issue(ticket)

        then:
        tickets.find(ticket.id()) == Optional.of(ticket)
        !tickets.countGuess(ticket)
    }

    def "a ticket is used once"() {
        given:
        tickets.issue(ticket)

        expect:
        tickets.take(ticket, People.NOW)
        !tickets.take(ticket, People.NOW)
        tickets.find(ticket.id()).empty
    }

    def "of fifty who use it at once, one has it"() {
        given:
        tickets.issue(ticket)

        expect:
        Race.of(50) { tickets.take(ticket, People.NOW) }.count(true) == 1
    }

    def "so many guesses are let through and no more, also of fifty at once"() {
        given:
        tickets.issue(ticket)

        expect:
        Race.of(50) { tickets.countGuess(ticket) }.count(true) == Ticket.MOST_GUESSES
        !tickets.countGuess(ticket)
    }

    def "who asks for a new ticket may guess anew"() {
        given:
        tickets.issue(ticket)
        (1..Ticket.MOST_GUESSES).each { tickets.countGuess(ticket) }
        def newer = ticketFor(ayu, Purpose.RESET_PASSWORD)

        when:
        tickets.issue(newer)

        then:
        tickets.countGuess(newer)
    }

    def "whoever had an address keeps their ticket to take it back, wherever the account goes from there"() {
        given:
        def (first, second) = leave('first', 'second')

        expect:
        tickets.find(first.id()) == Optional.of(first)
        tickets.find(second.id()) == Optional.of(second)
    }

    def "who takes an address back voids what those who had others later could use, and they not what came before: #used"() {
        given:
        def left = leave('first', 'second', 'third').withIndex().collectEntries { [it[1], it[0]] }

        when:
        tickets.take(left[used], People.NOW)
        tickets.voidLater(left[used], People.NOW)

        then:
        left.findAll { tickets.find(it.value.id()).present }.keySet() as List == stay

        where:
        used || stay
        0    || []
        1    || [0]
        2    || [0, 1]
    }

    def "nor is one good whose letter is late, unless the address was left after the other was taken back: #minutes"() {
        given:
        def (first) = leave('first')
        tickets.take(first, People.NOW + Duration.ofMinutes(10))
        def late = Ticket.issue(nextId(), ayu.id(), Purpose.UNDO_EMAIL_CHANGE, new EmailAddress('second@example.com'),
                People.NOW + Duration.ofMinutes(minutes))

        when:
        tickets.issue(late)

        then:
        tickets.find(late.id()).present == good

        where:
        minutes || good
        5       || false
        10      || false
        15      || true
    }

    private List<Ticket> leave(String... places) {
        def left = places.collect {
            Ticket.issue(nextId(), ayu.id(), Purpose.UNDO_EMAIL_CHANGE, new EmailAddress("$it@example.com"), People.NOW)
        }
        left.each { tickets.issue(it) }
        left
    }

    def "where two people want one address, the newest ticket is found there"() {
        given:
        def eka = People.somebody()
        users.add(eka)
        def wanted = People.somebody().email()
        def (first, second) = [ayu, eka].collect { Ticket.issue(nextId(), it.id(), Purpose.CHANGE_EMAIL, wanted, People.NOW) }

        when:
        tickets.issue(first)
        tickets.issue(second)

        then:
        tickets.find(wanted, Purpose.CHANGE_EMAIL) == Optional.of(second)
        tickets.find(first.id()) == Optional.of(first)
    }

    protected static Ticket ticketFor(user, Purpose purpose) {
        Ticket.issue(nextId(), user.id(), purpose, user.email(), People.NOW)
    }

    protected static TicketId nextId() {
        new TicketId(new UUID(0x019d1000_0000_7000L, Long.MIN_VALUE | COUNT.incrementAndGet()))
    }
}

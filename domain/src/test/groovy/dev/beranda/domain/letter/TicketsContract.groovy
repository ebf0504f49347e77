package dev.beranda.domain.letter

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.user.Users
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
        !tickets.take(ticket)
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
        tickets.take(newer)

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
        tickets.take(ticket)
        !tickets.take(ticket)
        tickets.find(ticket.id()).empty
    }

    def "of fifty who use it at once, one has it"() {
        given:
        tickets.issue(ticket)

        expect:
        Race.of(50) { tickets.take(ticket) }.count(true) == 1
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

package dev.beranda.domain.letter

import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.shared.Restorable
import java.time.Instant

class FakeTickets implements Tickets, Restorable {

    private Map<List, Ticket> newest = [:]
    private Map<TicketId, Integer> guesses = [:]
    private Map<TicketId, Instant> used = [:]

    @Override
    synchronized Optional<Ticket> find(TicketId id) {
        Optional.ofNullable(standing.find { it.id() == id })
    }

    @Override
    synchronized Optional<Ticket> find(EmailAddress address, Purpose purpose) {
        Optional.ofNullable(standing.findAll { it.address() == address && it.purpose() == purpose }.max { it.id().value() })
    }

    @Override
    synchronized void issue(Ticket ticket) {
        def rival = newest.values().any { isAfter(ticket, it) && used[it.id()] && !used[it.id()].isBefore(ticket.issuedAt()) }
        if (rival) {
            return
        }
        def place = [ticket.user(), ticket.purpose(), ticket.purpose().ofAddress ? ticket.address() : null]
        if (!newest[place] || newest[place].id().value() < ticket.id().value()) {
            newest += [(place): ticket]
        }
    }

    @Override
    synchronized boolean countGuess(Ticket ticket) {
        def before = guesses[ticket.id()] ?: 0
        if (find(ticket.id()).empty || before >= Ticket.MOST_GUESSES) {
            return false
        }
        guesses += [(ticket.id()): before + 1]
        true
    }

    @Override
    synchronized boolean take(Ticket ticket, Instant now) {
        if (find(ticket.id()).empty) {
            return false
        }
        used += [(ticket.id()): now]
        true
    }

    @Override
    synchronized void voidLater(Ticket taken, Instant now) {
        standing.findAll { isAfter(it, taken) }.each { used += [(it.id()): now] }
    }

    private static boolean isAfter(Ticket ticket, Ticket other) {
        ticket.purpose().ofAddress && other.user() == ticket.user() && other.purpose() == ticket.purpose() &&
                other.id().value() < ticket.id().value()
    }

    @Override
    synchronized Runnable presentState() {
        def (newest, guesses, used) = [this.newest, this.guesses, this.used]
        return {
            this.newest = newest
            this.guesses = guesses
            this.used = used
        }
    }

    private Collection<Ticket> getStanding() {
        newest.values().findAll { !used[it.id()] }
    }
}

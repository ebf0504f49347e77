package dev.beranda.domain.letter

import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.shared.Restorable

class FakeTickets implements Tickets, Restorable {

    private Map<List, Ticket> newest = [:]
    private Map<TicketId, Integer> guesses = [:]
    private Set<TicketId> used = []

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
        def place = [ticket.user(), ticket.purpose()]
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
    synchronized boolean take(Ticket ticket) {
        if (find(ticket.id()).empty) {
            return false
        }
        used += ticket.id()
        true
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
        newest.values().findAll { !(it.id() in used) }
    }
}

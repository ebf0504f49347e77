package dev.beranda.domain.letter

/// Remembers what it made. Codes are drawn out of the id.
class FakeTicketSeals implements TicketSeals {

    private final Map<String, Ticket> made = [:]
    private final Map<TicketId, String> tokens = [:]

    @Override
    synchronized TicketToken tokenOf(Ticket ticket) {
        def text = tokens.computeIfAbsent(ticket.id()) { "token-${made.size() + 1}-of-${ticket.purpose().word()}".toString() }
        made[text] = ticket
        new TicketToken(text)
    }

    @Override
    TicketCode codeOf(Ticket ticket) {
        new TicketCode(String.format('%06d', new Random(ticket.id().hashCode() * 31L + 7).nextInt(1_000_000)))
    }

    @Override
    synchronized Optional<TicketId> open(TicketToken token, Purpose purpose) {
        Optional.ofNullable(made[token.reveal()]).filter { it.purpose() == purpose }.map { it.id() }
    }

    @Override
    boolean isCodeOf(Ticket ticket, TicketCode code) {
        codeOf(ticket).reveal() == code.reveal()
    }
}

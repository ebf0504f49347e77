package dev.beranda.domain.letter;

import java.util.UUID;

/// The id of the event that asked for the ticket, so that asking once makes one ticket, however often it is written.
public record TicketId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

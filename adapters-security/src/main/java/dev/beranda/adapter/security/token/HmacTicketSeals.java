package dev.beranda.adapter.security.token;

import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.Ticket;
import dev.beranda.domain.letter.TicketCode;
import dev.beranda.domain.letter.TicketId;
import dev.beranda.domain.letter.TicketSeals;
import dev.beranda.domain.letter.TicketToken;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;

/// A token is the ticket's sealed id; a code is drawn from another MAC over the same id and purpose. Both under a
/// key that serves nothing else.
public final class HmacTicketSeals implements TicketSeals {

    private static final int CODES = 1_000_000;

    private final IdSeal seal;

    public HmacTicketSeals(InstallationSecret secret) {
        this.seal = new IdSeal(secret.key(InstallationSecret.Purpose.TICKETS));
    }

    @Override
    public TicketToken tokenOf(Ticket ticket) {
        return new TicketToken(
                seal.seal(ticket.id().value(), "token/" + ticket.purpose().word()));
    }

    /// The remainder favours small numbers by one in ten to the thirteen.
    @Override
    public TicketCode codeOf(Ticket ticket) {
        byte[] mac = seal.mac(ticket.id().value(), "code/" + ticket.purpose().word());
        long drawn = ByteBuffer.wrap(mac).getLong() & Long.MAX_VALUE;
        return new TicketCode(String.format(Locale.ROOT, "%06d", drawn % CODES));
    }

    @Override
    public Optional<TicketId> open(TicketToken token, Purpose purpose) {
        return seal.open(token.reveal(), "token/" + purpose.word()).map(TicketId::new);
    }

    @Override
    public boolean isCodeOf(Ticket ticket, TicketCode code) {
        return IdSeal.isSame(codeOf(ticket).reveal(), code.reveal());
    }
}

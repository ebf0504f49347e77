package dev.beranda.adapter.security.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.Ticket;
import dev.beranda.domain.letter.TicketCode;
import dev.beranda.domain.letter.TicketId;
import dev.beranda.domain.letter.TicketSeals;
import dev.beranda.domain.letter.TicketToken;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// A token is the ticket's id and a MAC over it and its purpose, 256 bits long, in Base64; a code is drawn from another
// MAC
/// over the same. Both under a key that serves nothing else.
public final class HmacTicketSeals implements TicketSeals {

    private static final int ID_LENGTH = 16;
    private static final int MAC_LENGTH = 32;
    private static final int TEXT_LENGTH = (Byte.SIZE * (ID_LENGTH + MAC_LENGTH) + 5) / 6;
    private static final int CODES = 1_000_000;

    private final SecretKey key;

    public HmacTicketSeals(InstallationSecret secret) {
        this.key = secret.key(InstallationSecret.Purpose.TICKETS);
    }

    @Override
    public TicketToken tokenOf(Ticket ticket) {
        return token(ticket.id(), ticket.purpose());
    }

    /// The remainder favours small numbers by one in ten to the thirteen.
    @Override
    public TicketCode codeOf(Ticket ticket) {
        long drawn = ByteBuffer.wrap(mac("code", ticket.id(), ticket.purpose())).getLong() & Long.MAX_VALUE;
        return new TicketCode(String.format(Locale.ROOT, "%06d", drawn % CODES));
    }

    /// A ticket has exactly one token for a purpose, so a token is ours if making it anew gives the very same text.
    @Override
    public Optional<TicketId> open(TicketToken token, Purpose purpose) {
        if (token.reveal().length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            var fields = ByteBuffer.wrap(Base64Url.decode(token.reveal()));
            var id = new TicketId(new UUID(fields.getLong(), fields.getLong()));
            return isSame(token(id, purpose).reveal(), token.reveal()) ? Optional.of(id) : Optional.empty();
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isCodeOf(Ticket ticket, TicketCode code) {
        return isSame(codeOf(ticket).reveal(), code.reveal());
    }

    private TicketToken token(TicketId id, Purpose purpose) {
        byte[] token = ByteBuffer.allocate(ID_LENGTH + MAC_LENGTH)
                .put(bytes(id))
                .put(mac("token", id, purpose))
                .array();
        return new TicketToken(Base64Url.encode(token));
    }

    private byte[] mac(String what, TicketId id, Purpose purpose) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update(bytes(id));
            return mac.doFinal((what + '/' + purpose.word()).getBytes(US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot seal tickets", e);
        }
    }

    private static byte[] bytes(TicketId id) {
        return ByteBuffer.allocate(ID_LENGTH)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .array();
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}

package dev.beranda.adapter.persistence.outbox;

import static dev.beranda.adapter.persistence.jooq.Tables.OUTBOX;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;

import dev.beranda.domain.credential.CredentialEvent;
import dev.beranda.domain.letter.LetterEvent;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.shared.DomainEvent;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Language;
import dev.beranda.domain.user.UserEvent;
import dev.beranda.domain.user.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;

/// The way back from what is kept to the event: for the kinds that somebody reacts to.
final class Facts {

    static final Field<String> USER = fact("user");
    static final Field<String> ADDRESS = fact("address");
    static final Field<String> PURPOSE = fact("purpose");
    static final Field<String> LANGUAGE = fact("language");
    static final Field<String> FROM = fact("from");
    static final Field<String> TO = fact("to");

    private final Record row;

    Facts(Record row) {
        this.row = row;
    }

    DomainEvent event() {
        Instant at = row.get(OUTBOX.OCCURRED_AT);
        String type = row.get(OUTBOX.TYPE);
        return switch (type) {
            case "letter.ticket_wanted" ->
                new LetterEvent.TicketWanted(
                        Purpose.ofWord(row.get(PURPOSE)), address(ADDRESS), Language.ofTag(row.get(LANGUAGE)), at);
            case "letter.move_wanted" -> new LetterEvent.MoveWanted(user(), address(ADDRESS), at);
            case "letter.known_address_used" -> new LetterEvent.KnownAddressUsed(address(ADDRESS), at);
            case "user.email_changed" -> new UserEvent.EmailChanged(user(), address(FROM), address(TO), at);
            case "credential.password_changed" -> new CredentialEvent.PasswordChanged(user(), at);
            case "credential.password_reset" -> new CredentialEvent.PasswordReset(user(), at);
            default -> throw new IllegalStateException("nobody is known to react to " + type);
        };
    }

    private UserId user() {
        return new UserId(UUID.fromString(row.get(USER)));
    }

    private EmailAddress address(Field<String> fact) {
        return new EmailAddress(row.get(fact));
    }

    private static Field<String> fact(String name) {
        return jsonbGetAttributeAsText(OUTBOX.PAYLOAD, name).as("fact_" + name);
    }
}

package dev.beranda.adapter.persistence.outbox;

import static dev.beranda.adapter.persistence.jooq.Tables.OUTBOX;
import static org.jooq.impl.DSL.jsonbGetAttribute;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;

import dev.beranda.domain.credential.CredentialEvent;
import dev.beranda.domain.factor.FactorEvent;
import dev.beranda.domain.identity.IdentityEvent;
import dev.beranda.domain.identity.Provider;
import dev.beranda.domain.letter.LetterEvent;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.passkey.PasskeyEvent;
import dev.beranda.domain.passkey.PasskeyId;
import dev.beranda.domain.session.Device;
import dev.beranda.domain.session.SessionEvent;
import dev.beranda.domain.session.SessionId;
import dev.beranda.domain.shared.ClientAddress;
import dev.beranda.domain.shared.DomainEvent;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Language;
import dev.beranda.domain.user.UserEvent;
import dev.beranda.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// The way back from what is kept to the event: for the kinds that somebody reacts to.
final class Facts {

    private static final Field<String> USER = fact("user");
    private static final Field<String> SESSION = fact("session");
    private static final Field<String> DEVICE_NAME = deviceFact("name");
    private static final Field<String> USER_AGENT = deviceFact("user_agent");
    private static final Field<String> DEVICE_ADDRESS = deviceFact("address");
    private static final Field<String> DEVICE_NETWORK = deviceFact("network");
    private static final Field<String> ADDRESS = fact("address");
    private static final Field<String> PURPOSE = fact("purpose");
    private static final Field<String> LANGUAGE = fact("language");
    private static final Field<String> FROM = fact("from");
    private static final Field<String> TO = fact("to");
    private static final Field<String> BY = fact("by");
    private static final Field<String> END = fact("end");
    private static final Field<String> PROVIDER = fact("provider");
    private static final Field<String> LEFT = fact("left");
    private static final Field<String> PASSKEY = fact("passkey");

    /// What has to be read beside the type and the moment.
    static final List<Field<String>> ALL = List.of(
            USER,
            SESSION,
            DEVICE_NAME,
            USER_AGENT,
            DEVICE_ADDRESS,
            DEVICE_NETWORK,
            ADDRESS,
            PURPOSE,
            LANGUAGE,
            FROM,
            TO,
            BY,
            END,
            PROVIDER,
            LEFT,
            PASSKEY);

    /// Who did something before they were forgotten themselves.
    private static final UserId FORGOTTEN = new UserId(new UUID(0, 0));

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
            case "letter.account_wanted" ->
                new LetterEvent.AccountWanted(user(), address(ADDRESS), Language.ofTag(row.get(LANGUAGE)), at);
            case "session.strange_device" ->
                new SessionEvent.StrangeDevice(new SessionId(UUID.fromString(row.get(SESSION))), user(), device(), at);
            case "user.email_changed" -> new UserEvent.EmailChanged(user(), address(FROM), address(TO), at);
            case "user.leaving" -> new UserEvent.Leaving(user(), by(), Instant.parse(row.get(END)), at);
            case "user.forgotten" -> new UserEvent.Forgotten(user(), at);
            case "user.remained" -> new UserEvent.Remained(user(), at);
            case "credential.password_changed" -> new CredentialEvent.PasswordChanged(user(), at);
            case "credential.password_reset" -> new CredentialEvent.PasswordReset(user(), at);
            case "identity.linked" -> new IdentityEvent.Linked(user(), provider(), at);
            case "identity.unlinked" -> new IdentityEvent.Unlinked(user(), provider(), at);
            case "passkey.added" -> new PasskeyEvent.Added(user(), passkey(), at);
            case "passkey.removed" -> new PasskeyEvent.Removed(user(), passkey(), at);
            case "factor.turned_on" -> new FactorEvent.TurnedOn(user(), at);
            case "factor.turned_off" -> new FactorEvent.TurnedOff(user(), at);
            case "factor.recovery_codes_renewed" -> new FactorEvent.RecoveryCodesRenewed(user(), at);
            case "factor.recovery_code_used" ->
                new FactorEvent.RecoveryCodeUsed(user(), Integer.parseInt(row.get(LEFT)), at);
            default -> throw new IllegalStateException("nobody is known to react to " + type);
        };
    }

    private PasskeyId passkey() {
        return new PasskeyId(UUID.fromString(row.get(PASSKEY)));
    }

    private UserId user() {
        return user(row.get(USER));
    }

    private UserId by() {
        @Nullable String id = row.get(BY);
        return id == null ? FORGOTTEN : user(id);
    }

    private static UserId user(String id) {
        return new UserId(UUID.fromString(id));
    }

    private Device device() {
        return new Device(
                row.get(DEVICE_NAME),
                row.get(USER_AGENT),
                new ClientAddress(row.get(DEVICE_ADDRESS), row.get(DEVICE_NETWORK)));
    }

    private Provider provider() {
        return new Provider(row.get(PROVIDER));
    }

    private EmailAddress address(Field<String> fact) {
        return new EmailAddress(row.get(fact));
    }

    private static Field<String> deviceFact(String name) {
        return jsonbGetAttributeAsText(jsonbGetAttribute(OUTBOX.PAYLOAD, "device"), name)
                .as("fact_device_" + name);
    }

    private static Field<String> fact(String name) {
        return jsonbGetAttributeAsText(OUTBOX.PAYLOAD, name).as("fact_" + name);
    }
}

package dev.beranda.adapter.persistence.outbox;

import static org.jooq.impl.DSL.jsonbObject;
import static org.jooq.impl.DSL.key;

import dev.beranda.domain.credential.CredentialEvent;
import dev.beranda.domain.session.Device;
import dev.beranda.domain.session.SessionEvent;
import dev.beranda.domain.shared.DomainEvent;
import dev.beranda.domain.user.UserEvent;
import java.util.List;
import java.util.Locale;
import org.jooq.JSONB;
import org.jooq.JSONEntry;

/// An event as it is kept: a word for what it is and the facts. Both outlive the classes, so neither is derived from
/// their names.
record Letter(String type, List<JSONEntry<?>> payload) {

    static Letter about(DomainEvent event) {
        return switch (event) {
            case UserEvent user -> about(user);
            case CredentialEvent credential -> about(credential);
            case SessionEvent session -> about(session);
            default -> throw new IllegalArgumentException("no word for " + event.getClass());
        };
    }

    private static Letter about(UserEvent event) {
        var user = fact("user", event.user());
        return switch (event) {
            case UserEvent.Registered _ -> new Letter("user.registered", List.of(user));
            case UserEvent.RoleChanged(var _, var from, var to, var by, var _) ->
                new Letter(
                        "user.role_changed",
                        List.of(user, fact("from", from.word()), fact("to", to.word()), fact("by", by)));
            case UserEvent.Disabled(var _, var by, var _) -> new Letter("user.disabled", List.of(user, fact("by", by)));
            case UserEvent.Enabled(var _, var by, var _) -> new Letter("user.enabled", List.of(user, fact("by", by)));
        };
    }

    private static Letter about(CredentialEvent event) {
        return switch (event) {
            case CredentialEvent.PasswordChanged(var user, var _) ->
                new Letter("credential.password_changed", List.of(fact("user", user)));
        };
    }

    private static Letter about(SessionEvent event) {
        var session = fact("session", event.session());
        var user = fact("user", event.user());
        return switch (event) {
            case SessionEvent.Opened(var _, var _, var device, var _) ->
                new Letter("session.opened", List.of(session, user, fact("device", device)));
            case SessionEvent.Ended(var _, var _, var reason, var _) ->
                new Letter(
                        "session.ended",
                        List.of(session, user, fact("reason", reason.name().toLowerCase(Locale.ROOT))));
            case SessionEvent.RefreshTokenReused(var _, var _, var from, var _) ->
                new Letter("session.refresh_token_reused", List.of(session, user, fact("from", from)));
        };
    }

    private static JSONEntry<String> fact(String name, Object value) {
        return key(name).value(value.toString());
    }

    private static JSONEntry<JSONB> fact(String name, Device device) {
        return key(name)
                .value(jsonbObject(
                        fact("name", device.name()),
                        fact("user_agent", device.userAgent()),
                        fact("address", device.address().value()),
                        fact("network", device.address().network())));
    }
}

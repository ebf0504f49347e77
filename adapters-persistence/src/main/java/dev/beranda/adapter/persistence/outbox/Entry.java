package dev.beranda.adapter.persistence.outbox;

import static org.jooq.impl.DSL.jsonbObject;
import static org.jooq.impl.DSL.key;

import dev.beranda.domain.comment.CommentEvent;
import dev.beranda.domain.credential.CredentialEvent;
import dev.beranda.domain.factor.FactorEvent;
import dev.beranda.domain.identity.IdentityEvent;
import dev.beranda.domain.letter.LetterEvent;
import dev.beranda.domain.passkey.PasskeyEvent;
import dev.beranda.domain.post.PostEvent;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.readership.ReadershipEvent;
import dev.beranda.domain.session.Device;
import dev.beranda.domain.session.SessionEvent;
import dev.beranda.domain.shared.DomainEvent;
import dev.beranda.domain.user.UserEvent;
import dev.beranda.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import org.jooq.JSONB;
import org.jooq.JSONEntry;
import org.jspecify.annotations.Nullable;

/// An event as it is kept: a word for what it is, whom it is about, and the facts. All outlive the classes, so none is
/// derived from their names.
///
/// @param stream within which the order of events matters
/// @param owner of the account it happened to
record Entry(String type, String stream, @Nullable UserId owner, List<JSONEntry<?>> payload) {

    static final String EMAIL_CHANGED = "user.email_changed";
    static final String ACCOUNT_WANTED = "letter.account_wanted";

    static Entry about(DomainEvent event) {
        return switch (event) {
            case UserEvent user -> about(user);
            case CredentialEvent credential -> about(credential);
            case SessionEvent session -> about(session);
            case LetterEvent letter -> about(letter);
            case FactorEvent factor -> about(factor);
            case IdentityEvent identity -> about(identity);
            case PasskeyEvent passkey -> about(passkey);
            case PostEvent post -> about(post);
            case CommentEvent comment -> about(comment);
            case ReadershipEvent readership -> about(readership);
            default -> throw new IllegalArgumentException("no word for " + event.getClass());
        };
    }

    private static Entry about(UserEvent event) {
        return switch (event) {
            case UserEvent.Registered(var user, var _) -> ofUser("user.registered", user);
            case UserEvent.Brought(var user, var _) -> ofUser("user.brought", user);
            case UserEvent.EmailConfirmed(var user, var _) -> ofUser("user.email_confirmed", user);
            case UserEvent.EmailChanged(var user, var from, var to, var _) ->
                ofUser(EMAIL_CHANGED, user, fact("from", from), fact("to", to));
            case UserEvent.ProfileChanged(var user, var _) -> ofUser("user.profile_changed", user);
            case UserEvent.RoleChanged(var user, var from, var to, var by, var _) ->
                ofUser("user.role_changed", user, fact("from", from.word()), fact("to", to.word()), fact("by", by));
            case UserEvent.Disabled(var user, var by, var _) -> ofUser("user.disabled", user, fact("by", by));
            case UserEvent.Enabled(var user, var by, var _) -> ofUser("user.enabled", user, fact("by", by));
            case UserEvent.Leaving(var user, var by, var end, var _) ->
                ofUser("user.leaving", user, fact("by", by), fact("end", end));
            case UserEvent.Remained(var user, var _) -> ofUser("user.remained", user);
            case UserEvent.Forgotten(var user, var _) -> ofUser("user.forgotten", user);
        };
    }

    private static Entry about(CredentialEvent event) {
        return switch (event) {
            case CredentialEvent.PasswordChanged(var user, var _) -> ofUser("credential.password_changed", user);
            case CredentialEvent.PasswordReset(var user, var _) -> ofUser("credential.password_reset", user);
            case CredentialEvent.PasswordWithdrawn(var user, var _) -> ofUser("credential.password_withdrawn", user);
        };
    }

    private static Entry about(SessionEvent event) {
        var session = fact("session", event.session());
        return switch (event) {
            case SessionEvent.Opened(var _, var user, var device, var _) ->
                ofUser("session.opened", user, session, fact("device", device));
            case SessionEvent.StrangeDevice(var _, var user, var device, var _) ->
                ofUser("session.strange_device", user, session, fact("device", device));
            case SessionEvent.Ended(var _, var user, var reason, var _) ->
                ofUser("session.ended", user, session, fact("reason", reason.word()));
            case SessionEvent.RefreshTokenReused(var _, var user, var from, var _) ->
                ofUser("session.refresh_token_reused", user, session, fact("device", from));
        };
    }

    private static Entry about(FactorEvent event) {
        return switch (event) {
            case FactorEvent.TurnedOn(var user, var _) -> ofUser("factor.turned_on", user);
            case FactorEvent.TurnedOff(var user, var _) -> ofUser("factor.turned_off", user);
            case FactorEvent.RecoveryCodesRenewed(var user, var _) -> ofUser("factor.recovery_codes_renewed", user);
            case FactorEvent.RecoveryCodeUsed(var user, int left, var _) ->
                ofUser("factor.recovery_code_used", user, fact("left", left));
        };
    }

    private static Entry about(PasskeyEvent event) {
        var passkey = fact("passkey", event.passkey());
        return switch (event) {
            case PasskeyEvent.Added(var user, var _, var _) -> ofUser("passkey.added", user, passkey);
            case PasskeyEvent.Removed(var user, var _, var _) -> ofUser("passkey.removed", user, passkey);
        };
    }

    private static Entry about(LetterEvent event) {
        var address = fact("address", event.address());
        return switch (event) {
            case LetterEvent.TicketWanted(var purpose, var mailbox, var language, var _) ->
                new Entry(
                        "letter.ticket_wanted",
                        mailbox.value(),
                        null,
                        List.of(address, fact("purpose", purpose.word()), fact("language", language.tag())));
            case LetterEvent.MoveWanted(var user, var _, var _) -> ofUser("letter.move_wanted", user, address);
            case LetterEvent.AccountWanted(var applicant, var mailbox, var language, var _) ->
                new Entry(
                        ACCOUNT_WANTED,
                        mailbox.value(),
                        null,
                        List.of(address, fact("user", applicant), fact("language", language.tag())));
        };
    }

    private static Entry about(IdentityEvent event) {
        var provider = fact("provider", event.provider());
        return switch (event) {
            case IdentityEvent.Introduced(var user, var _, var _) -> ofUser("identity.introduced", user, provider);
            case IdentityEvent.Linked(var user, var _, var _) -> ofUser("identity.linked", user, provider);
            case IdentityEvent.Unlinked(var user, var _, var _) -> ofUser("identity.unlinked", user, provider);
        };
    }

    private static Entry about(PostEvent event) {
        return switch (event) {
            case PostEvent.Written(var post, var by, var _) -> ofPost("post.written", post, by(by));
            case PostEvent.Brought(var post, var by, var _) -> ofPost("post.brought", post, by(by));
            case PostEvent.Edited(var post, var by, var _) -> ofPost("post.edited", post, by(by));
            case PostEvent.Planned(var post, var by, var from, var _) ->
                ofPost("post.planned", post, by(by), fact("from", from));
            case PostEvent.Published(var post, var _) -> ofPost("post.published", post);
            case PostEvent.Reopened(var post, var _) -> ofPost("post.reopened", post);
            case PostEvent.Withdrawn(var post, var by, var _) -> ofPost("post.withdrawn", post, by(by));
            case PostEvent.Trashed(var post, var by, var _) -> ofPost("post.trashed", post, by(by));
            case PostEvent.Restored(var post, var by, var _) -> ofPost("post.restored", post, by(by));
            case PostEvent.Deleted(var post, var _) -> ofPost("post.deleted", post);
        };
    }

    private static Entry about(CommentEvent event) {
        return switch (event) {
            case CommentEvent.Written(var _, var _, var by, var _) -> ofComment("comment.written", event, by(by));
            case CommentEvent.Reworded(var _, var _, var by, var _) -> ofComment("comment.reworded", event, by(by));
            case CommentEvent.Published _ -> ofComment("comment.published", event);
            case CommentEvent.Withheld(var _, var _, var because, var _) ->
                ofComment("comment.withheld", event, fact("reason", because.word()));
            case CommentEvent.Reported(var _, var _, var by, var _) -> ofComment("comment.reported", event, by(by));
            case CommentEvent.Rejected(var _, var _, var by, var _) -> ofComment("comment.rejected", event, by(by));
            case CommentEvent.MarkedAsSpam(var _, var _, var by, var _) ->
                ofComment("comment.marked_as_spam", event, by(by));
            case CommentEvent.Deleted(var _, var _, var by, var _) -> ofComment("comment.deleted", event, by(by));
        };
    }

    /// In the order of the discussion, so that nobody hears of an answer before what it answers.
    private static Entry ofComment(String type, CommentEvent event, JSONEntry<?>... facts) {
        List<JSONEntry<?>> payload = new ArrayList<>();
        payload.add(fact("comment", event.comment()));
        payload.add(fact("post", event.post()));
        payload.addAll(List.of(facts));
        return new Entry(type, event.post().toString(), null, payload);
    }

    private static Entry about(ReadershipEvent event) {
        return switch (event) {
            case ReadershipEvent.Liked(var post, var by, var _) -> ofPost("readership.liked", post, by(by));
            case ReadershipEvent.Followed(var person, var by, var _) ->
                new Entry("readership.followed", person.toString(), null, List.of(by(by), fact("person", person)));
        };
    }

    /// What somebody did with a post is theirs to be told of, and to have forgotten; but no news of their account.
    private static Entry ofPost(String type, PostId post, JSONEntry<?>... facts) {
        List<JSONEntry<?>> payload = new ArrayList<>();
        payload.add(fact("post", post));
        payload.addAll(List.of(facts));
        return new Entry(type, post.toString(), null, payload);
    }

    private static JSONEntry<String> by(UserId user) {
        return fact("user", user);
    }

    private static Entry ofUser(String type, UserId user, JSONEntry<?>... facts) {
        List<JSONEntry<?>> payload = new ArrayList<>();
        payload.add(fact("user", user));
        payload.addAll(List.of(facts));
        return new Entry(type, user.toString(), user, payload);
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

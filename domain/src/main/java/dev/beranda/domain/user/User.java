package dev.beranda.domain.user;

import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Language;
import dev.beranda.domain.shared.Role;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// A person with an account.
///
/// @param authority counts how often it was changed what this person may do; a token that says a lower number was
///     made before the last change
/// @param version counts the saves
public record User(
        UserId id,
        EmailAddress email,
        boolean emailVerified,
        Username username,
        Profile profile,
        Role role,
        boolean disabled,
        Stay stay,
        int authority,
        Instant registeredAt,
        long version) {

    public static Registration register(
            UserId id,
            EmailAddress email,
            Username username,
            DisplayName displayName,
            Language language,
            Role role,
            Instant now) {
        var profile = Profile.of(displayName, language);
        var user = new User(id, email, false, username, profile, role, false, new Stay.ForGood(), 0, now, 0);
        return new Registration(user, new UserEvent.Registered(id, now));
    }

    /// As they were in the house they come from.
    public Arrival brought(boolean verifiedThere, boolean disabledThere, Instant now) {
        var user = new User(
                id,
                email,
                verifiedThere,
                username,
                profile,
                role,
                disabledThere,
                stay,
                authority,
                registeredAt,
                version);
        return new Arrival(user, new UserEvent.Brought(id, now));
    }

    public DisplayName displayName() {
        return profile.displayName();
    }

    public Language language() {
        return profile.language();
    }

    /// Who tells what they always told changes nothing.
    public ProfileChange tell(Profile newProfile, Instant now) {
        if (profile.equals(newProfile)) {
            return new ProfileChange.Unchanged(this);
        }
        var user = new User(
                id, email, emailVerified, username, newProfile, role, disabled, stay, authority, registeredAt, version);
        return new ProfileChange.Changed(user, new UserEvent.ProfileChanged(id, now));
    }

    /// The words that say who this is, and so make no password of theirs.
    public List<String> names() {
        return List.of(
                email.value(),
                email.localPart(),
                username.value(),
                displayName().value());
    }

    public Appointment assign(Role newRole, UserId by, Instant now) {
        return role == newRole
                ? new Appointment.Unchanged(this)
                : new Appointment.Changed(
                        allowed(newRole, disabled), new UserEvent.RoleChanged(id, role, newRole, by, now));
    }

    public Suspension disable(UserId by, Instant now) {
        return disabled
                ? new Suspension.Unchanged(this)
                : new Suspension.Changed(allowed(role, true), new UserEvent.Disabled(id, by, now));
    }

    public Suspension enable(UserId by, Instant now) {
        return disabled
                ? new Suspension.Changed(allowed(role, false), new UserEvent.Enabled(id, by, now))
                : new Suspension.Unchanged(this);
    }

    /// Both at once, so that it is one change to whoever saves it.
    public AuthorityChange allow(Role newRole, boolean nowDisabled, UserId by, Instant now) {
        return switch (assign(newRole, by, now)) {
            case Appointment.Unchanged(var same) -> same.bar(nowDisabled, by, now, Stream.empty());
            case Appointment.Changed(var appointed, var event) -> appointed.bar(nowDisabled, by, now, Stream.of(event));
        };
    }

    private AuthorityChange bar(boolean nowDisabled, UserId by, Instant now, Stream<UserEvent> before) {
        return switch (nowDisabled ? disable(by, now) : enable(by, now)) {
            case Suspension.Unchanged(var same) -> new AuthorityChange(same, before.toList());
            case Suspension.Changed(var changed, var event) ->
                new AuthorityChange(
                        changed, Stream.concat(before, Stream.of(event)).toList());
        };
    }

    /// Whoever reads the mail of this address is this person. It says nothing of an address they had before.
    public Confirmation confirm(EmailAddress address, Instant now) {
        if (!email.equals(address)) {
            return new Confirmation.AnotherAddress();
        }
        return emailVerified
                ? new Confirmation.Unchanged(this)
                : new Confirmation.Confirmed(reachedAt(email), new UserEvent.EmailConfirmed(id, now));
    }

    /// Takes an address of which it is known already that this person reads its mail.
    public AddressChange moveTo(EmailAddress address, Instant now) {
        return email.equals(address)
                ? new AddressChange.Unchanged(this)
                : new AddressChange.Changed(reachedAt(address), new UserEvent.EmailChanged(id, email, address, now));
    }

    /// Whether no door opens for them, whatever they know: they were shut out, or are leaving.
    public boolean isBarred() {
        return disabled || isLeaving();
    }

    public boolean isLeaving() {
        return stay instanceof Stay.Until;
    }

    /// Takes leave of them; who is leaving already leaves when it was said first.
    public Parting leave(Instant end, UserId by, Instant now) {
        return isLeaving()
                ? new Parting.Unchanged(this)
                : new Parting.Changed(
                        entitled(role, disabled, new Stay.Until(end)), new UserEvent.Leaving(id, by, end, now));
    }

    /// Keeps them after all.
    public Parting remain(Instant now) {
        return isLeaving()
                ? new Parting.Changed(entitled(role, disabled, new Stay.ForGood()), new UserEvent.Remained(id, now))
                : new Parting.Unchanged(this);
    }

    private User allowed(Role nowRole, boolean nowDisabled) {
        return entitled(nowRole, nowDisabled, stay);
    }

    private User entitled(Role nowRole, boolean nowDisabled, Stay nowStay) {
        return new User(
                id,
                email,
                emailVerified,
                username,
                profile,
                nowRole,
                nowDisabled,
                nowStay,
                authority + 1,
                registeredAt,
                version);
    }

    private User reachedAt(EmailAddress confirmed) {
        return new User(id, confirmed, true, username, profile, role, disabled, stay, authority, registeredAt, version);
    }
}

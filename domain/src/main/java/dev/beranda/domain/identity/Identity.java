package dev.beranda.domain.identity;

import dev.beranda.domain.user.UserId;
import java.time.Instant;

/// That somebody here is somebody there: a door to one account.
///
/// @param label by which its owner knows which it is, as the provider told it; may be empty, and proves nothing
public record Identity(IdentityId id, UserId user, Provider provider, Subject subject, String label, Instant linkedAt) {

    /// Opens a door to an account that has others.
    public static Linking link(IdentityId id, UserId user, Outsider outsider, Instant now) {
        return new Linking(of(id, user, outsider, now), new IdentityEvent.Linked(user, outsider.provider(), now));
    }

    /// The first door of an account that was opened with it.
    public static Linking introduce(IdentityId id, UserId user, Outsider outsider, Instant now) {
        return new Linking(of(id, user, outsider, now), new IdentityEvent.Introduced(user, outsider.provider(), now));
    }

    /// Closes the door, unless it is the last.
    ///
    /// @param another whether the account has another door that can be opened
    public Unlinking unlink(boolean another, Instant now) {
        return another
                ? new Unlinking.Unlinked(new IdentityEvent.Unlinked(user, provider, now))
                : new Unlinking.LastDoor();
    }

    private static Identity of(IdentityId id, UserId user, Outsider outsider, Instant now) {
        return new Identity(id, user, outsider.provider(), outsider.subject(), outsider.label(), now);
    }
}

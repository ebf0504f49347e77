package dev.beranda.domain.credential;

import dev.beranda.domain.user.UserId;
import java.time.Instant;

/// The password of one account.
///
/// @param version counts the saves
public record PasswordCredential(UserId user, PasswordHash hash, Instant setAt, long version) {

    public static PasswordCredential set(UserId user, PasswordHash hash, Instant now) {
        return new PasswordCredential(user, hash, now, 0);
    }

    /// A new password in place of the old one.
    public Change change(PasswordHash newHash, Instant now) {
        return new Change(
                new PasswordCredential(user, newHash, now, version), new CredentialEvent.PasswordChanged(user, now));
    }

    /// The same password, hashed as we would today; no news to anybody.
    public PasswordCredential rehashed(PasswordHash newHash) {
        return new PasswordCredential(user, newHash, setAt, version);
    }

    public record Change(PasswordCredential credential, CredentialEvent.PasswordChanged event) {}
}

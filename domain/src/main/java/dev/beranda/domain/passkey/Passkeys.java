package dev.beranda.domain.passkey;

import dev.beranda.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everybody's passkeys.
public interface Passkeys {

    Optional<Passkey> find(CredentialId credential);

    /// The oldest first.
    List<Passkey> of(UserId user);

    /// False if somebody has it already. Whoever holds the owner is waited for, and has no key put in behind their
    /// back.
    boolean add(Passkey passkey);

    /// Notes that it was used; false if it is gone, or if its counter was there before: then somebody has a copy. A
    /// device that does not count says 0 every time.
    boolean use(Passkey passkey, Usage usage, Instant now);

    boolean remove(PasskeyId id, UserId owner);
}

package dev.beranda.domain.passkey;

import dev.beranda.domain.user.UserId;

/// The ways somebody has into their account beside passkeys.
public interface OtherWaysIn {

    /// Whether there is one that can be gone today: by a provider that nobody asks here any more, nobody comes in.
    /// Who asks holds the person until the transaction ends, so that of two ways that are closed at once, one stays
    /// open.
    boolean openTo(UserId user);
}

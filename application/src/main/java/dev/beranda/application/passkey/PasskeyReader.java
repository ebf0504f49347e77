package dev.beranda.application.passkey;

import dev.beranda.domain.user.UserId;
import java.util.List;

/// Reads passkeys for show.
public interface PasskeyReader {

    /// The oldest first.
    List<PasskeyView> of(UserId user);
}

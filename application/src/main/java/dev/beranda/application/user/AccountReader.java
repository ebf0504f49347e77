package dev.beranda.application.user;

import dev.beranda.domain.user.UserId;
import java.util.Optional;

/// Reads accounts for show: as fresh as looking the row up, however it does it.
public interface AccountReader {

    Optional<AccountView> find(UserId user);

    /// The same where it is at hand and nobody has to be asked. Nothing says nothing.
    Optional<AccountView> recall(UserId user);
}

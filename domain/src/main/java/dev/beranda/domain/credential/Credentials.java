package dev.beranda.domain.credential;

import dev.beranda.domain.user.UserId;
import java.util.Optional;

/// The passwords of all accounts; an account that only comes in by other doors has none.
public interface Credentials {

    Optional<PasswordCredential> find(UserId user);

    void add(PasswordCredential credential);

    /// Saves a changed password, or throws [dev.beranda.domain.shared.StaleAggregate].
    void save(PasswordCredential credential);
}

package dev.beranda.domain.credential;

import dev.beranda.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/// The passwords of all accounts; an account that only comes in by other doors has none.
public interface Credentials {

    Optional<PasswordCredential> find(UserId user);

    void add(PasswordCredential credential);

    default void addAll(List<PasswordCredential> many) {
        many.forEach(this::add);
    }

    /// Whether this is still how the account comes in; if so, it stays that way until the transaction ends. What was
    /// compared outside the transaction is confirmed with it inside.
    boolean confirm(PasswordCredential credential);

    /// Takes the password away, if there is one. Says whether there was.
    boolean remove(UserId user);

    /// Saves a changed password, or throws [dev.beranda.domain.shared.StaleAggregate].
    void save(PasswordCredential credential);
}

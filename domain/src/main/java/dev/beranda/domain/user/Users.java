package dev.beranda.domain.user;

import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Role;
import java.util.Optional;
import java.util.Set;

/// Everybody with an account.
public interface Users {

    Optional<User> find(UserId id);

    Optional<User> find(EmailAddress email);

    Optional<User> find(Username username);

    /// Adds a person unless somebody has one of their names already; the store decides, so that of many who try at
    /// once exactly one gets it. What is taken comes back complete; nothing in it means: added.
    Set<Taken> add(User user);

    /// Saves a changed person, or throws [dev.beranda.domain.shared.StaleAggregate]. Answers them as they are now.
    User save(User user);

    /// Saves a person who moved to another address, unless somebody else has that one: then nothing is saved, and the
    /// answer is no.
    boolean saveAt(User user);

    /// Whether anybody who is neither shut out nor leaving has this role.
    boolean anybodyIs(Role role);

    /// Everybody who is neither shut out nor leaving and has this role. Until the transaction ends nobody else
    /// learns who they are by this, nor changes one of them: what is decided on it stays true.
    Set<UserId> holdAll(Role role);

    enum Taken {
        EMAIL,
        USERNAME
    }
}

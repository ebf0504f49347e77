package dev.beranda.domain.identity;

import dev.beranda.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/// Everybody's doors from outside.
public interface Identities {

    Optional<Identity> find(Provider provider, Subject subject);

    /// Those of one person, the oldest first.
    List<Identity> of(UserId user);

    /// The same. Until the transaction ends, nobody else learns by this which those are: what is decided on it stays
    /// true.
    List<Identity> hold(UserId user);

    /// Adds one unless its subject is somebody's already; the store decides, so that of many who try at once exactly
    /// one gets it.
    boolean add(Identity identity);

    void remove(Identity identity);
}

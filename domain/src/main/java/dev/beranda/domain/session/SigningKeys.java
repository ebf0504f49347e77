package dev.beranda.domain.session;

import java.util.List;

/// The signing keys of the installation, shared by all nodes.
public interface SigningKeys {

    List<SigningKey> all();

    /// Adds a key unless another node added one for the same beginning in between; says whether it did.
    boolean add(SigningKey key);

    /// Forgets keys that nobody has to believe any more.
    void remove(List<SigningKey> keys);
}

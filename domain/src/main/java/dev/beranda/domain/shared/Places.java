package dev.beranda.domain.shared;

import java.util.Optional;

/// Knows where addresses are, without asking anybody: who looks at whom stays in the house.
public interface Places {

    Optional<Place> of(ClientAddress address);
}

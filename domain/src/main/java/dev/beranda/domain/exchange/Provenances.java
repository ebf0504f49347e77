package dev.beranda.domain.exchange;

import java.util.Optional;

public interface Provenances {

    Optional<Provenance> find(ForeignKey key);

    /// Notes where something came from. Who else brings the same at the same moment waits, and then is told so.
    ///
    /// @return false if it was noted before, and nothing was done
    boolean claim(Provenance provenance);

    /// Notes that it was brought again.
    void save(Provenance provenance);
}

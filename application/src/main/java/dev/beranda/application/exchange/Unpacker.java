package dev.beranda.application.exchange;

import dev.beranda.domain.exchange.Cargo;
import dev.beranda.domain.shared.Flaw;

/// Knows the formats in which content is exchanged, by what is in a file and not by what it is called. Whatever is in
/// it, it is read in a bounded space, and nobody else is asked for anything.
public interface Unpacker {

    Unpacking open(Cargo cargo);

    /// Tells a thing from what it was before.
    String fingerprint(Parcel parcel);

    sealed interface Unpacking {

        record Opened(Goods goods) implements Unpacking {}

        /// @param flaw what is wrong with all of it
        record Unreadable(Flaw flaw) implements Unpacking {}
    }
}

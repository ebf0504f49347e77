package dev.beranda.application.exchange;

import java.util.function.Consumer;

/// Writes content down in our own format. The same content is always the same bytes.
public interface Packer {

    /// @param content hands over everything, in its order
    /// @param out takes the bytes, piece by piece
    void pack(Consumer<Consumer<Parcel>> content, Consumer<byte[]> out);
}

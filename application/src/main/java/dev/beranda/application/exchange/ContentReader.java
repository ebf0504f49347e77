package dev.beranda.application.exchange;

import java.util.function.Consumer;

/// Reads everything that was published here, or is to be: in an order that stays the same, and in which nothing comes
/// before what it needs.
public interface ContentReader {

    void each(Consumer<Parcel> taker);
}

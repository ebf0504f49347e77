package dev.beranda.application.exchange;

import java.util.function.Consumer;

/// Everything in a file, one after the other, in an order in which nothing comes before what it needs. That all of it
/// can be read is known before the first.
public interface Goods {

    Format format();

    /// What tells this house from others of its kind, where the file says so.
    String site();

    void each(Consumer<Parcel> taker);
}

package dev.beranda.application.exchange;

import java.util.function.Consumer;

/// Reads everything that was published here, or is to be, in an order that stays the same.
public interface ContentReader {

    /// Categories, tags, posts and what was said to them; none before what it answers or stands in.
    void words(Consumer<Parcel> taker);

    /// Media, without their bytes.
    void pictures(Consumer<Parcel> taker);
}

package dev.beranda.adapter.persistence.feed;

/// Keeps something in memory that the database decides. Called by the feed's thread, and for this node's own changes by
/// whoever made them; an exception makes the feed begin anew.
public interface Subscriber {

    /// Reads again all that is kept: notices may have been missed. What this asks of jOOQ goes over the feed's own
    /// connection, so it is answered by the server that sends the notices.
    void reread();

    /// Hears of one change. It may have been heard of before.
    void hear(String what);
}

package dev.beranda.adapter.persistence.feed;

/// Tells what changes in the database, whoever changes it.
public interface ChangeFeed {

    /// Whether all subscribers have heard everything that was committed until a moment ago. If not, memory is worth
    /// nothing and the database has to be asked.
    boolean isFresh();

    /// Calls the subscriber from now on. The feed is not fresh again until they have read what they keep.
    void subscribe(Topic topic, Subscriber subscriber);

    /// Lets the subscribers of this node hear of a change that was just committed here: the database will tell it too,
    /// but a moment later.
    void tell(Topic topic, String what);
}

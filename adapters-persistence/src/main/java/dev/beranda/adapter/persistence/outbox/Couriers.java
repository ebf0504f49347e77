package dev.beranda.adapter.persistence.outbox;

import dev.beranda.adapter.persistence.feed.ChangeFeed;
import jakarta.inject.Singleton;
import java.util.Map;

/// Hires couriers for who knows what is to be done about events.
@Singleton
public final class Couriers {

    private final Deliveries deliveries;
    private final ChangeFeed feed;

    Couriers(Deliveries deliveries, ChangeFeed feed) {
        this.deliveries = deliveries;
        this.feed = feed;
    }

    /// @param reactions by the name that the routes give them
    public Courier hire(Map<String, Reaction> reactions, Patience patience) {
        return new Courier(deliveries, reactions, patience, feed);
    }
}

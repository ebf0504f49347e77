package dev.beranda.adapter.persistence.feed;

/// A subscriber, and whether they have read what they keep since the connection was made. Only the feed's thread asks.
final class Subscription {

    private final Topic topic;
    private final Subscriber subscriber;
    private boolean read;

    Subscription(Topic topic, Subscriber subscriber) {
        this.topic = topic;
        this.subscriber = subscriber;
    }

    boolean isUpToDate() {
        return read;
    }

    void missNotices() {
        read = false;
    }

    void readUp() {
        if (!read) {
            subscriber.reread();
            read = true;
        }
    }

    void hear(Topic about, String what) {
        if (topic == about) {
            subscriber.hear(what);
        }
    }
}

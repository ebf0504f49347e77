package dev.beranda.adapter.persistence.feed

/// Tells what the test tells it.
class FakeFeed implements ChangeFeed {

    boolean fresh = true
    private final List<List<Object>> subscriptions = []

    @Override
    void subscribe(Topic topic, Subscriber subscriber) {
        subscriptions << [topic, subscriber]
    }

    @Override
    void tell(Topic topic, String what) {
        subscriptions.findAll { it[0] == topic }.each { it[1].hear(what) }
    }

    void beginAnew() {
        subscriptions.each { it[1].reread() }
    }
}

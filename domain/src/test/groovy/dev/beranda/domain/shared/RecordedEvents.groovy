package dev.beranda.domain.shared

/// Keeps what happened, for tests to look at.
class RecordedEvents implements DomainEvents, Restorable {

    private List<DomainEvent> events = []

    List<DomainEvent> getAll() {
        events.asImmutable()
    }

    @Override
    synchronized void append(DomainEvent event) {
        events += event
    }

    @Override
    synchronized Runnable presentState() {
        def present = events
        return { events = present }
    }
}

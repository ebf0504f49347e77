package dev.beranda.domain.shared;

/// Takes events for delivery after commit: what is appended in a transaction that fails never happened.
public interface DomainEvents {

    void append(DomainEvent event);
}

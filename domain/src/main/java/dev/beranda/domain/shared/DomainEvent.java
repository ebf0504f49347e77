package dev.beranda.domain.shared;

import java.time.Instant;

/// Something that happened, worth telling other parts of the house about.
public interface DomainEvent {

    Instant at();
}

package dev.beranda.adapter.persistence.outbox;

import dev.beranda.domain.shared.DomainEvent;
import java.util.UUID;

/// What somebody does about events: at least once about each, one after the other about the same person. An exception
/// means not yet, and it will be asked again.
public interface Reaction {

    /// @param id of the event, by which one knows what one did already
    void to(UUID id, DomainEvent event);
}

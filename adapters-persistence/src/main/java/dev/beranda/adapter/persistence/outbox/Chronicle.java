package dev.beranda.adapter.persistence.outbox;

import dev.beranda.domain.shared.DomainEvent;
import java.util.Set;

/// Which events the owner of an account can read of afterwards.
public record Chronicle(Set<Class<? extends DomainEvent>> kept) {

    public Chronicle {
        kept = Set.copyOf(kept);
    }

    boolean keeps(DomainEvent event) {
        return kept.contains(event.getClass());
    }
}

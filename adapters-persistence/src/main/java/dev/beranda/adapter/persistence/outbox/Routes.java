package dev.beranda.adapter.persistence.outbox;

import dev.beranda.domain.shared.DomainEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who is told of which events. A name outlives the version that gave it: it is stored with what is on its way.
public final class Routes {

    private final Map<String, Set<Class<? extends DomainEvent>>> wishes;

    public Routes(Map<String, Set<Class<? extends DomainEvent>>> wishes) {
        this.wishes = Map.copyOf(wishes);
    }

    List<String> of(DomainEvent event) {
        return wishes.entrySet().stream()
                .filter(wish -> wish.getValue().contains(event.getClass()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}

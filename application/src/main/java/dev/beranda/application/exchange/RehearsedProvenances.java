package dev.beranda.application.exchange;

import dev.beranda.domain.exchange.ForeignKey;
import dev.beranda.domain.exchange.Provenance;
import dev.beranda.domain.exchange.Provenances;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

record RehearsedProvenances(Provenances kept, Map<ForeignKey, Provenance> noted) implements Provenances {

    static RehearsedProvenances of(Provenances kept) {
        return new RehearsedProvenances(kept, new HashMap<>());
    }

    @Override
    public Optional<Provenance> find(ForeignKey key) {
        return Optional.ofNullable(noted.get(key)).or(() -> kept.find(key));
    }

    @Override
    public boolean claim(Provenance provenance) {
        if (find(provenance.key()).isPresent()) {
            return false;
        }
        save(provenance);
        return true;
    }

    @Override
    public void save(Provenance provenance) {
        noted.put(provenance.key(), provenance);
    }
}

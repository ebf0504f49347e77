package dev.beranda.domain.exchange

import dev.beranda.domain.shared.Restorable

class FakeProvenances implements Provenances, Restorable {

    private Map<ForeignKey, Provenance> known = [:]

    @Override
    synchronized Optional<Provenance> find(ForeignKey key) {
        Optional.ofNullable(known[key])
    }

    @Override
    synchronized boolean claim(Provenance provenance) {
        if (provenance.key() in known) {
            return false
        }
        known += [(provenance.key()): provenance]
        true
    }

    @Override
    synchronized void save(Provenance provenance) {
        assert provenance.key() in known
        known += [(provenance.key()): provenance]
    }

    synchronized List<Provenance> getAll() {
        known.values() as List
    }

    @Override
    synchronized Runnable presentState() {
        def present = known
        return { known = present }
    }
}

package dev.beranda.domain.session

import dev.beranda.domain.shared.Restorable

class FakeSigningKeys implements SigningKeys, Restorable {

    private List<SigningKey> keys = []

    @Override
    synchronized List<SigningKey> all() {
        keys.asImmutable()
    }

    @Override
    synchronized boolean add(SigningKey key) {
        if (keys.any { it.signsFrom() == key.signsFrom() }) {
            return false
        }
        keys += key
        true
    }

    @Override
    synchronized void remove(List<SigningKey> done) {
        keys = keys.findAll { !(it.id() in done*.id()) }
    }

    @Override
    synchronized Runnable presentState() {
        def present = keys
        return { keys = present }
    }
}

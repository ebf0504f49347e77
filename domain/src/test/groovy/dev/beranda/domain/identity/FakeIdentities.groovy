package dev.beranda.domain.identity

import dev.beranda.domain.shared.Restorable
import dev.beranda.domain.user.UserId

class FakeIdentities implements Identities, Restorable {

    private List<Identity> all = []

    @Override
    synchronized Optional<Identity> find(Provider provider, Subject subject) {
        Optional.ofNullable(all.find { it.provider() == provider && it.subject() == subject })
    }

    @Override
    synchronized List<Identity> of(UserId user) {
        all.findAll { it.user() == user }.toSorted { a, b -> a.linkedAt() <=> b.linkedAt() ?: a.id().value() <=> b.id().value() }
    }

    @Override
    List<Identity> hold(UserId user) {
        of(user)
    }

    @Override
    synchronized boolean add(Identity identity) {
        if (find(identity.provider(), identity.subject()).present) {
            return false
        }
        all += identity
        true
    }

    @Override
    synchronized void remove(Identity identity) {
        all = all.findAll { it.id() != identity.id() }
    }

    @Override
    synchronized Runnable presentState() {
        def all = this.all
        return { this.all = all }
    }
}

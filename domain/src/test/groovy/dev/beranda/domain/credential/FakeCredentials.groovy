package dev.beranda.domain.credential

import dev.beranda.domain.shared.Restorable
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.user.UserId

class FakeCredentials implements Credentials, Restorable {

    private Map<UserId, PasswordCredential> credentials = [:]

    @Override
    synchronized Optional<PasswordCredential> find(UserId user) {
        Optional.ofNullable(credentials[user])
    }

    @Override
    synchronized void add(PasswordCredential credential) {
        if (credentials.containsKey(credential.user())) {
            throw new IllegalStateException('a second password')
        }
        credentials += [(credential.user()): credential]
    }

    @Override
    synchronized boolean confirm(PasswordCredential credential) {
        def kept = credentials[credential.user()]
        kept?.version() == credential.version() && kept.hash().reveal() == credential.hash().reveal()
    }

    @Override
    synchronized boolean remove(UserId user) {
        def known = credentials.containsKey(user)
        credentials = credentials.findAll { it.key != user }
        known
    }

    @Override
    synchronized void save(PasswordCredential credential) {
        if (credentials[credential.user()]?.version() != credential.version()) {
            throw new StaleAggregate('A password')
        }
        credentials += [(credential.user()): new PasswordCredential(
                credential.user(), credential.hash(), credential.setAt(), credential.version() + 1)]
    }

    @Override
    synchronized Runnable presentState() {
        def present = credentials
        return { credentials = present }
    }
}

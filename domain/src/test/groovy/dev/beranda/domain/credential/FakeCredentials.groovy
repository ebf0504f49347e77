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
        credentials[credential.user()]?.version() == credential.version()
    }

    @Override
    synchronized void save(PasswordCredential credential) {
        if (!confirm(credential)) {
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

package dev.beranda.domain.passkey

import dev.beranda.domain.shared.Restorable
import dev.beranda.domain.user.UserId
import java.time.Instant

class FakePasskeys implements Passkeys, Restorable {

    private Map<PasskeyId, Passkey> kept = [:]

    @Override
    synchronized Optional<Passkey> find(CredentialId credential) {
        Optional.ofNullable(kept.values().find { it.credential() == credential })
    }

    @Override
    synchronized List<Passkey> of(UserId user) {
        kept.values().findAll { it.user() == user }.sort { it.addedAt() }
    }

    @Override
    synchronized boolean add(Passkey passkey) {
        if (find(passkey.credential()).present) {
            return false
        }
        kept += [(passkey.id()): passkey]
        true
    }

    @Override
    synchronized boolean use(Passkey passkey, Usage usage, Instant now) {
        def present = kept[passkey.id()]
        if (!present || !(usage.counter() == 0 ? present.counter() == 0 : present.counter() < usage.counter())) {
            return false
        }
        kept += [(passkey.id()): new Passkey(present.id(), present.user(), present.credential(), present.publicKey(),
                usage.counter(), usage.backedUp(), present.name(), present.addedAt(), now)]
        true
    }

    @Override
    synchronized boolean remove(PasskeyId id, UserId owner) {
        if (kept[id]?.user() != owner) {
            return false
        }
        kept = kept.findAll { it.key != id }
        true
    }

    @Override
    synchronized Runnable presentState() {
        def present = kept
        return { kept = present }
    }
}

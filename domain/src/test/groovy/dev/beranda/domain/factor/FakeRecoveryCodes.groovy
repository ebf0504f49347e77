package dev.beranda.domain.factor

import dev.beranda.domain.shared.Restorable
import dev.beranda.domain.user.UserId

class FakeRecoveryCodes implements RecoveryCodes, Restorable {

    private Map<UserId, List<List<Byte>>> good = [:]

    @Override
    synchronized int left(UserId user) {
        (good[user] ?: []).size()
    }

    @Override
    synchronized void replace(UserId user, List<RecoveryDigest> digests) {
        good += [(user): digests.collect { it.reveal() as List }]
    }

    @Override
    synchronized boolean use(UserId user, RecoveryDigest digest) {
        def wanted = digest.reveal() as List
        def before = good[user] ?: []
        good += [(user): before - [wanted]]
        wanted in before
    }

    @Override
    synchronized Runnable presentState() {
        def present = good
        return { good = present }
    }
}

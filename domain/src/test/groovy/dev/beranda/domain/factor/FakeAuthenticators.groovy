package dev.beranda.domain.factor

import dev.beranda.domain.shared.Restorable
import dev.beranda.domain.user.UserId
import java.time.Instant

class FakeAuthenticators implements Authenticators, Restorable {

    private Map<UserId, Authenticator> apps = [:]
    private Map<UserId, Long> lastSteps = [:]

    @Override
    synchronized Optional<Authenticator> hold(UserId user) {
        Optional.ofNullable(apps[user])
    }

    @Override
    synchronized boolean begin(Authenticator begun) {
        if (apps[begun.user()]?.confirmed()) {
            return false
        }
        apps += [(begun.user()): begun]
        true
    }

    @Override
    synchronized boolean confirm(Authenticator begun, long step, Instant now) {
        def present = apps[begun.user()]
        if (!present || present.confirmed() || present.secret().reveal() != begun.secret().reveal()) {
            return false
        }
        apps += [(begun.user()): new Authenticator(begun.user(), begun.secret(), true, now)]
        lastSteps += [(begun.user()): step]
        true
    }

    @Override
    synchronized boolean use(UserId user, long step) {
        if (!apps[user]?.confirmed() || lastSteps[user] >= step) {
            return false
        }
        lastSteps += [(user): step]
        true
    }

    @Override
    synchronized boolean remove(UserId user) {
        if (!apps[user]?.confirmed()) {
            return false
        }
        apps = apps.findAll { it.key != user }
        true
    }

    @Override
    synchronized Runnable presentState() {
        def (apps, lastSteps) = [this.apps, this.lastSteps]
        return {
            this.apps = apps
            this.lastSteps = lastSteps
        }
    }
}

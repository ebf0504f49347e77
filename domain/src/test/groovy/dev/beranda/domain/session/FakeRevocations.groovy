package dev.beranda.domain.session

import dev.beranda.domain.user.Users

/// Looks into the stores every time.
class FakeRevocations implements Revocations {

    private final Sessions sessions
    private final Users users

    FakeRevocations(Sessions sessions, Users users) {
        this.sessions = sessions
        this.users = users
    }

    @Override
    boolean cover(Access access) {
        def stands = sessions.find(access.session())
                .filter { it.state() instanceof Session.State.Open }
                .flatMap { users.find(access.bearer().user()) }
                .filter { it.authority() <= access.bearer().authority() }
        stands.empty
    }

    @Override
    boolean surelySpare(Access access) {
        !cover(access)
    }
}

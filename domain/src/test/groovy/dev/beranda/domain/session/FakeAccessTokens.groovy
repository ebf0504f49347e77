package dev.beranda.domain.session

import java.time.Clock
import java.time.temporal.ChronoUnit

/// Remembers what it signed.
final class FakeAccessTokens implements AccessTokens {

    private final Map<String, Access> signed = [:]
    private final Set<String> checked = []
    private final Clock clock

    FakeAccessTokens(Clock clock) {
        this.clock = clock
    }

    @Override
    AccessToken sign(Access access) {
        if (access.bearer().barred()) {
            throw new IllegalArgumentException("who is barred gets no token")
        }
        def text = "access-${signed.size() + 1}".toString()
        signed[text] = new Access(
                access.bearer(),
                access.session(),
                access.issuedAt().truncatedTo(ChronoUnit.SECONDS),
                access.expiresAt().truncatedTo(ChronoUnit.SECONDS))
        new AccessToken(text)
    }

    @Override
    Optional<Access> check(AccessToken token) {
        checked << token.reveal()
        Optional.ofNullable(signed[token.reveal()]).filter { access -> clock.instant() < access.expiresAt() }
    }

    @Override
    Optional<Access> recall(AccessToken token) {
        token.reveal() in checked ? check(token) : Optional.<Access> empty()
    }
}

package dev.beranda.domain.session

import java.time.Clock

class FakeAccessTokensSpec extends AccessTokensContract {

    @Override
    AccessTokens tokensBy(Clock clock) {
        new FakeAccessTokens(clock)
    }
}

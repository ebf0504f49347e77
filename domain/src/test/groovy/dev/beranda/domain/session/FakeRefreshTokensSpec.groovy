package dev.beranda.domain.session

class FakeRefreshTokensSpec extends RefreshTokensContract {

    RefreshTokens tokens = new FakeRefreshTokens()
}

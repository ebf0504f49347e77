package dev.beranda.domain.session

class FakeSigningKeysSpec extends SigningKeysContract {

    SigningKeys keys = new FakeSigningKeys()
}

package dev.beranda.domain.factor

import java.time.Instant

class FakeTotpSpec extends TotpContract {

    Totp totp = new FakeTotp()

    @Override
    TotpCode codeAt(TotpSecret secret, Instant at) {
        (totp as FakeTotp).code(secret, at)
    }
}

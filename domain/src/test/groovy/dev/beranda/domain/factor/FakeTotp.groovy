package dev.beranda.domain.factor

import dev.beranda.domain.user.UserId
import java.time.Instant

/// Codes that anybody could compute: for tests who hold no phone.
class FakeTotp implements Totp {

    private int drawn = 0

    @Override
    synchronized TotpSecret draw() {
        new TotpSecret("SECRET${++drawn}")
    }

    @Override
    SealedSecret seal(UserId user, TotpSecret secret) {
        new SealedSecret("sealed $user ${secret.reveal()}".bytes)
    }

    @Override
    OptionalLong stepOf(Authenticator app, TotpCode code, Instant now) {
        def secret = new String(app.secret().reveal()) - "sealed ${app.user()} "
        def present = now.epochSecond.intdiv(30)
        (present - 1..present + 1).findResult(OptionalLong.empty()) { step ->
            codeAt(secret, step).reveal() == code.reveal() ? OptionalLong.of(step) : null
        }
    }

    TotpCode code(TotpSecret secret, Instant at) {
        codeAt(secret.reveal(), at.epochSecond.intdiv(30))
    }

    private static TotpCode codeAt(String secret, long step) {
        new TotpCode(String.format('%06d', (step * 31 + Math.abs(secret.hashCode()) * 7919L) % 1_000_000))
    }
}

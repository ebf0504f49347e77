package dev.beranda.domain.factor

import dev.beranda.domain.fixture.People
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

abstract class TotpContract extends Specification {

    static final STEP = People.NOW.epochSecond.intdiv(30) as long

    abstract Totp getTotp()

    /// What the app shows.
    abstract TotpCode codeAt(TotpSecret secret, Instant at)

    TotpSecret secret
    Authenticator app

    def setup() {
        secret = totp.draw()
        app = appWith(secret)
    }

    def "a code is known in its step, the one before and the one after: #seconds"() {
        given:
        def code = codeAt(secret, People.NOW)

        expect:
        totp.stepOf(app, code, People.NOW + Duration.ofSeconds(seconds)) == step

        where:
        seconds || step
        -31     || OptionalLong.empty()
        -30     || OptionalLong.of(STEP)
        0       || OptionalLong.of(STEP)
        29      || OptionalLong.of(STEP)
        59      || OptionalLong.of(STEP)
        60      || OptionalLong.empty()
    }

    def "another secret has other codes"() {
        given:
        def other = totp.draw()

        expect:
        other.reveal() != secret.reveal()
        totp.stepOf(app, codeAt(other, People.NOW), People.NOW).empty
    }

    protected Authenticator appWith(TotpSecret secret) {
        def user = People.newId()
        Authenticator.begin(user, totp.seal(user, secret), People.NOW)
    }
}

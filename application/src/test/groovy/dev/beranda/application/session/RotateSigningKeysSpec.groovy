package dev.beranda.application.session

import dev.beranda.domain.fixture.SettableClock
import dev.beranda.domain.fixture.SomeKey
import dev.beranda.domain.session.FakeSigningKeys
import dev.beranda.domain.session.KeyForge
import dev.beranda.domain.session.KeyRing
import dev.beranda.domain.session.SessionLifetimes
import dev.beranda.domain.session.SigningKey
import java.time.Duration
import spock.lang.Specification

class RotateSigningKeysSpec extends Specification {

    def clock = new SettableClock()
    def keys = new FakeSigningKeys()
    def rotate = new RotateSigningKeys(
            keys, { SomeKey.signingFrom(it) } as KeyForge, SessionLifetimes.USUAL, clock)

    def "the first start makes the first key, which signs at once"() {
        expect:
        rotate.rotate() == new RotateSigningKeys.Outcome(true, 0)
        rotate.rotate() == new RotateSigningKeys.Outcome(false, 0)
        ring().signer(clock.instant()).present
    }

    def "the next one is announced in good time, takes over without a gap, and the old one is forgotten when done"() {
        given:
        rotate.rotate()
        def first = keys.all().first()

        when:
        clock.goOn(SigningKey.SIGNING_TIME.minus(SigningKey.NOTICE))

        then:
        rotate.rotate().added()
        ring().signer(clock.instant()).get() == first
        ring().published(clock.instant()).size() == 2

        when:
        clock.goOn(SigningKey.NOTICE)

        then:
        ring().signer(clock.instant()).get() != first
        rotate.rotate() == new RotateSigningKeys.Outcome(false, 0)

        when:
        clock.goOn(SessionLifetimes.USUAL.access().plus(Duration.ofNanos(1)))

        then:
        rotate.rotate() == new RotateSigningKeys.Outcome(false, 1)
        !keys.all().contains(first)
    }

    def "after a long sleep there is a key at once"() {
        given:
        rotate.rotate()

        when:
        clock.goOn(SigningKey.SIGNING_TIME.multipliedBy(3))

        then:
        rotate.rotate() == new RotateSigningKeys.Outcome(true, 1)
        ring().signer(clock.instant()).present
    }

    def "a key that is withdrawn before its time is replaced at once, also where the next is announced"() {
        given:
        rotate.rotate()
        clock.goOn(SigningKey.SIGNING_TIME.minus(SigningKey.NOTICE))
        rotate.rotate()

        when:
        keys.remove([ring().signer(clock.instant()).get()])

        then:
        rotate.rotate().added()
        ring().signer(clock.instant()).present
    }

    private KeyRing ring() {
        new KeyRing(keys.all(), SessionLifetimes.USUAL.access())
    }
}

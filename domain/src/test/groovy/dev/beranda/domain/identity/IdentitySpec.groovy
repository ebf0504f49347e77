package dev.beranda.domain.identity

import dev.beranda.domain.fixture.People
import dev.beranda.domain.identity.Voucher.Bonds
import java.time.Duration
import spock.lang.Specification

class IdentitySpec extends Specification {

    def "#name can be the name of a provider: #so"() {
        expect:
        Provider.named(name).present == so

        where:
        name          || so
        'google'      || true
        'my-company2' || true
        ''            || false
        'Google'      || false
        'my company'  || false
        '-a'          || false
        'a--b'        || false
        '../a'        || false
        'a' * 33      || false
    }

    def "a provider is called #title in sentences"() {
        expect:
        new Provider(name).title() == title

        where:
        name         || title
        'google'     || 'Google'
        'github'     || 'GitHub'
        'facebook'   || 'Facebook'
        'my-company' || 'My company'
    }

    def "#subject names somebody: #so"() {
        expect:
        Subject.of(subject).present == so

        where:
        subject     || so
        '583231'    || true
        'a|b@c/d'   || true
        'x' * 255   || true
        'x' * 256   || false
        ''          || false
        ' '         || false
        '0'         || false
        'null'      || false
        'undefined' || false
        'a b'       || false
        'a\u0000'   || false
        'ä'         || false
    }

    def "the last door is not closed"() {
        given:
        def identity = Identity.link(new IdentityId(UUID.randomUUID()), People.newId(), SomeOutsider.of(), People.NOW).identity()

        expect:
        identity.unlink(false, People.NOW) == new Unlinking.LastDoor()
        identity.unlink(true, People.NOW) == new Unlinking.Unlinked(new IdentityEvent.Unlinked(identity.user(), identity.provider(), People.NOW))
    }

    def "an errand lasts ten minutes, and began not long after now"() {
        expect:
        SomeErrand.of().isGood(People.NOW + after) == good

        where:
        after                            || good
        Duration.ZERO                    || true
        Errand.LIFETIME.minusNanos(1)    || true
        Errand.LIFETIME                  || false
        Errand.LIFETIME.negated()        || true
        Duration.ofMinutes(-11)          || false
    }

    def "who shows a code has to be whom it was made for: #why"() {
        given:
        def voucher = Voucher.of(new VoucherId(UUID.randomUUID()), People.newId(), new Provider('sunrise'), bonds, People.NOW)

        expect:
        voucher.admits(shown, People.NOW + after) == admitted

        where:
        why                        | bonds                 | shown                 | after                           || admitted
        'the browser'              | new Bonds('b', '')    | new Bonds('b', '')    | Duration.ZERO                   || true
        'a server'                 | new Bonds('b', '')    | new Bonds('', '')     | Duration.ZERO                   || true
        'another browser'          | new Bonds('b', '')    | new Bonds('x', '')    | Duration.ZERO                   || false
        'a challenge met'          | new Bonds('b', 'c')   | new Bonds('', 'c')    | Duration.ZERO                   || true
        'met from another browser' | new Bonds('b', 'c')   | new Bonds('x', 'c')   | Duration.ZERO                   || true
        'a challenge not met'      | new Bonds('b', 'c')   | new Bonds('b', 'x')   | Duration.ZERO                   || false
        'a challenge ignored'      | new Bonds('b', 'c')   | new Bonds('b', '')    | Duration.ZERO                   || false
        'a challenge nobody set'   | new Bonds('b', '')    | new Bonds('b', 'c')   | Duration.ZERO                   || false
        'at the last moment'       | new Bonds('b', '')    | new Bonds('b', '')    | Voucher.LIFETIME.minusNanos(1)  || true
        'too late'                 | new Bonds('b', '')    | new Bonds('b', '')    | Voucher.LIFETIME                || false
    }
}

package dev.beranda.adapter.security.token

import static dev.beranda.adapter.security.token.Installation.LIFETIME
import static dev.beranda.adapter.security.token.Installation.NOON

import com.nimbusds.jose.jwk.ECKey
import dev.beranda.domain.session.SealedKey
import dev.beranda.domain.session.SigningKey
import dev.beranda.domain.session.SigningKeys
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class SigningKeyRingSpec extends Specification {

    static final Instant RETIRES = NOON - Duration.ofDays(1) + SigningKey.SIGNING_TIME

    def installation = new Installation()
    def first = installation.key

    def "before it was loaded it knows no keys"() {
        given:
        def ring = new SigningKeyRing(installation.store, installation.secret, LIFETIME, installation.clock)

        expect:
        ring.published() == []
    }

    def "without a key whose time it is nothing can be signed"() {
        given:
        def ring = installation.ring()

        when:
        ring.signer(RETIRES)

        then:
        thrown(IllegalStateException)
    }

    def "the clock alone passes the pen to the next key: #when"() {
        given:
        def second = installation.add(RETIRES)
        def ring = installation.ring()

        expect:
        ring.signer(at).key().id() == [first: first, second: second][signer].id()

        where:
        when                    | at                    || signer
        "now"                   | NOON                  || "first"
        "in its last moment"    | RETIRES.minusNanos(1) || "first"
        "when the first retires" | RETIRES               || "second"
    }

    def "a key is published until its last token has expired, without being told: #when"() {
        given:
        def ring = installation.ring()

        when:
        installation.now = at

        then:
        ring.published()*.id() == (published ? [first.id()] : [])

        where:
        when                     | at                                  || published
        "while it signs"         | NOON                                || true
        "when it retires"        | RETIRES                             || true
        "while a token is good"  | RETIRES.plus(LIFETIME).minusNanos(1) || true
        "when the last expired"  | RETIRES.plus(LIFETIME)              || false
    }

    def "a new key is known, and a withdrawn one forgotten, from the next reload on"() {
        given:
        def ring = installation.ring()
        def second = installation.add(RETIRES)

        expect:
        ring.published()*.id() == [first.id()]

        when:
        ring.reload()

        then:
        ring.published()*.id() == [first.id(), second.id()]

        when:
        installation.stored.remove(0)
        ring.reload()

        then:
        ring.published()*.id() == [second.id()]
    }

    def "a key that does not belong here stops the reload, and all stays as it was: #what"() {
        given:
        def ring = installation.ring()
        installation.stored << change.call(new Es256KeyForge(installation.secret).forge(RETIRES), first, new Installation("another").key)

        when:
        ring.reload()

        then:
        def refusal = thrown(IllegalStateException)
        refusal.message.contains(installation.stored[1].id())
        !refusal.message.contains("\n")
        ring.published()*.id() == [first.id()]

        where:
        what                                    | change
        "made with another secret"              | { own, next, strange -> strange }
        "slipped in under a name of ours"       | { own, next, strange -> altered(own, strange.publicKey(), own.sealedPrivateKey()) }
        "slipped in with a seal of ours"        | { own, next, strange -> altered(strange, strange.publicKey(), own.sealedPrivateKey()) }
        "with the public half of its neighbour" | { own, next, strange -> altered(own, next.publicKey(), own.sealedPrivateKey()) }
        "with the seal of its neighbour"        | { own, next, strange -> altered(own, own.publicKey(), next.sealedPrivateKey()) }
        "with an empty seal"                    | { own, next, strange -> altered(own, own.publicKey(), new SealedKey(new byte[0])) }
        "with a broken public half"             | { own, next, strange -> altered(own, '{"x":1}', own.sealedPrivateKey()) }
        "without a public half"                 | { own, next, strange -> altered(own, "", own.sealedPrivateKey()) }
    }

    def "a key that nobody has to believe any more is not even opened"() {
        given:
        installation.stored[0] = altered(first, first.publicKey(), new SealedKey(new byte[0]))
        installation.add(RETIRES)
        installation.now = RETIRES + LIFETIME

        expect:
        installation.ring().published().size() == 1
    }

    def "a store that fails changes nothing"() {
        given:
        def down = false
        def store = [all: { if (down) { throw new UncheckedIOException(new IOException()) } else { [first] } }] as SigningKeys
        def ring = new SigningKeyRing(store, installation.secret, LIFETIME, installation.clock)
        ring.reload()

        when:
        down = true
        ring.reload()

        then:
        thrown(UncheckedIOException)
        ring.published()*.id() == [first.id()]
    }

    def "only what is public is published, whatever is stored"() {
        given:
        installation.stored[0] = altered(first, first.publicKey().replace('"kty"', '"d":"AQ","k":"AQ","kty"'), first.sealedPrivateKey())

        when:
        def published = ECKey.parse(installation.ring().published().first().publicKey())

        then:
        published.toJSONObject().keySet() == ["kty", "crv", "alg", "use", "kid", "x", "y"].toSet()
    }

    def "a key may be stored with its public half spaced and ordered otherwise"() {
        given:
        def jwk = ECKey.parse(first.publicKey())
        def spaced = """{ "y": "$jwk.y", "x": "$jwk.x",\n "crv": "P-256", "kty": "EC" }"""
        installation.stored[0] = altered(first, spaced, first.sealedPrivateKey())

        expect:
        installation.ring().published()*.publicKey() == [first.publicKey()]
    }

    private static SigningKey altered(SigningKey key, String publicKey, SealedKey sealed) {
        new SigningKey(key.id(), publicKey, sealed, key.signsFrom(), key.retiresAt())
    }
}

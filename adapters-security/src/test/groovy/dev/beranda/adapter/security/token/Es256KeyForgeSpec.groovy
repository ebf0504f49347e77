package dev.beranda.adapter.security.token

import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.ECKey
import dev.beranda.domain.session.SealedKey
import java.security.interfaces.ECPublicKey
import java.security.spec.ECPoint
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class Es256KeyForgeSpec extends Specification {

    static final Instant TOMORROW = Instant.parse("2026-03-02T12:00:00Z")
    static final SECRET = Installation.secretOf("the usual")

    def key = new Es256KeyForge(SECRET).forge(TOMORROW)
    def jwk = ECKey.parse(key.publicKey())

    def "a new key signs from the given time on, for ninety days"() {
        expect:
        key.signsFrom() == TOMORROW
        key.retiresAt() == TOMORROW + Duration.ofDays(90)
    }

    def "its public half is a JSON Web Key that others understand"() {
        expect:
        jwk.toJSONObject().keySet() == ["kty", "crv", "alg", "use", "kid", "x", "y"].toSet()
        jwk.curve == Curve.P_256
        jwk.algorithm.name == "ES256"
        jwk.keyUse.identifier() == "sig"
    }

    def "it goes by its own thumbprint"() {
        expect:
        key.id() == jwk.computeThumbprint().toString()
        jwk.keyID == key.id()
    }

    def "its private half opens with the secret of the installation, and signs for the public half"() {
        given:
        def privateKey = new KeySeal(SECRET).open(key.id(), key.sealedPrivateKey())

        expect:
        new SignatureCheck(PublicJwk.parse(key.publicKey())).passes("word".bytes, Installation.signature(privateKey, "word"))
    }

    def "its private half does not open #how"() {
        when:
        new KeySeal(secret).open(name.call(key), new SealedKey(change.call(key.sealedPrivateKey().reveal()) as byte[]))

        then:
        def refusal = thrown(IllegalStateException)
        refusal.message.contains("another installation secret")
        !refusal.message.contains("\n")

        where:
        how                         | secret                             | name         | change
        "with another secret"       | Installation.secretOf("another")   | { it.id() }  | { it }
        "under another name"        | SECRET                             | { "a name" } | { it }
        "as another version"        | SECRET                             | { it.id() }  | { [2] + it.toList().tail() }
        "with another nonce"        | SECRET                             | { it.id() }  | { flipped(it, 1) }
        "when a byte was changed"   | SECRET                             | { it.id() }  | { flipped(it, 13) }
        "when its end was changed"  | SECRET                             | { it.id() }  | { flipped(it, it.length - 1) }
        "when its end is missing"   | SECRET                             | { it.id() }  | { it.toList().init() }
        "when nearly all is missing" | SECRET                             | { it.id() }  | { it.toList().take(13) }
        "when all is missing"       | SECRET                             | { it.id() }  | { [] }
    }

    def "no key is made twice, nor sealed twice in the same way"() {
        given:
        def other = new Es256KeyForge(SECRET).forge(TOMORROW)
        def seal = new KeySeal(SECRET)
        def privateKey = seal.open(key.id(), key.sealedPrivateKey())

        expect:
        other.id() != key.id()
        seal.seal(key.id(), privateKey).reveal() != seal.seal(key.id(), privateKey).reveal()
    }

    def "coordinates keep their full length: #x"() {
        expect:
        PublicJwk.of([getW: { new ECPoint(x, x) }] as ECPublicKey).x() == text

        where:
        x                 || text
        1G                || "A" * 42 + "E"
        (2G**255)         || "g" + "A" * 42
        (2G**256 - 1)     || "_" * 42 + "8"
        (2G**244)         || "AB" + "A" * 41
    }

    private static byte[] flipped(byte[] bytes, int place) {
        def copy = bytes.clone()
        copy[place] ^= 1
        copy
    }
}

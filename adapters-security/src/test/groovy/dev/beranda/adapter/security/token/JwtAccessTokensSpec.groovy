package dev.beranda.adapter.security.token

import com.nimbusds.jose.crypto.ECDSAVerifier
import com.nimbusds.jose.jwk.ECKey
import com.nimbusds.jwt.SignedJWT
import dev.beranda.domain.session.Access
import dev.beranda.domain.session.AccessToken
import dev.beranda.domain.session.AccessTokens
import dev.beranda.domain.session.AccessTokensContract
import dev.beranda.domain.session.Bearer
import dev.beranda.domain.session.SigningKey
import dev.beranda.domain.shared.Role
import java.time.Clock
import java.time.Duration
import java.time.Instant

class JwtAccessTokensSpec extends AccessTokensContract {

    static final Instant RETIRES = NOON - Duration.ofDays(1) + SigningKey.SIGNING_TIME

    def installation = new Installation()

    @Override
    AccessTokens tokensBy(Clock clock) {
        new Installation(clock: clock).node()
    }

    def "others can check our tokens with what we publish"() {
        given:
        def jwt = SignedJWT.parse(installation.node().sign(access()).reveal())
        def published = ECKey.parse(installation.ring().published().first().publicKey())

        expect:
        jwt.verify(new ECDSAVerifier(published))
        jwt.header.toJSONObject() == [alg: "ES256", typ: "at+jwt", kid: published.keyID]
    }

    def "a token holds exactly these claims"() {
        given:
        def claims = SignedJWT.parse(installation.node().sign(access()).reveal()).payload.toJSONObject()

        expect:
        UUID.fromString(claims.remove("jti") as String).version() == 4
        claims == [
            iss : "https://beranda.test",
            aud : "beranda",
            sub : USER.toString(),
            iat : NOON.epochSecond,
            exp : (NOON + LIFETIME).epochSecond,
            sid : SESSION.toString(),
            role: "author",
            ath : 3L,
        ]
    }

    def "names that JSON has to quote survive the journey"() {
        given:
        def odd = new TokenParties('https://"\\\u0007é', "beranda\n")
        def node = installation.node(installation.ring(), odd)

        expect:
        node.check(node.sign(access())).present
    }

    def "a token of one node is good on every other, and after every start"() {
        given:
        def token = installation.node().sign(access())

        expect:
        installation.node().check(token) == Optional.of(access())
    }

    def "a token of another installation is nobody's, though all else is the same"() {
        expect:
        installation.node().check(new Installation("another").node().sign(access())).empty
    }

    def "a token for others, or by others, is nobody's: #parties"() {
        expect:
        installation.node().check(installation.node(installation.ring(), parties).sign(access())).empty

        where:
        parties << [new TokenParties("https://beranda.test", "elsewhere"), new TokenParties("https://elsewhere.test", "beranda")]
    }

    def "while one key takes over from the other no good token is refused"() {
        given:
        installation.now = RETIRES - Duration.ofSeconds(1)
        installation.add(RETIRES)
        def (one, two) = [installation.node(), installation.node()]
        def early = one.sign(lastingFrom(installation.now))

        when:
        installation.now = RETIRES
        def late = one.sign(lastingFrom(installation.now))

        then:
        [one, two].every { node -> [early, late].every { node.check(it).present } }
        early.reveal().takeBefore(".") != late.reveal().takeBefore(".")
    }

    def "a token of a withdrawn key is refused from the next reload on, remembered or not"() {
        given:
        installation.add(RETIRES)
        def ring = installation.ring()
        def node = installation.node(ring)
        def (seen, unseen) = [node.sign(access()), node.sign(access())]
        assert node.check(seen).present

        when:
        installation.stored.remove(0)
        ring.reload()

        then:
        node.check(seen).empty
        node.check(unseen).empty
    }

    def "a key out of its time is not believed, however long ago the last reload was"() {
        given:
        def node = installation.node()
        def token = signedAt(RETIRES + lastSigned)

        when:
        installation.now = RETIRES + LIFETIME + after

        then:
        node.check(token).present == good

        where:
        lastSigned             | after                  || good
        Duration.ofSeconds(59) | Duration.ofNanos(-1)   || true
        Duration.ofSeconds(59) | Duration.ZERO          || false
        Duration.ofDays(30)    | Duration.ofDays(30)    || false
    }

    def "nor is what it signed remembered for longer"() {
        given:
        def node = installation.node()
        installation.now = RETIRES
        def token = signedAt(RETIRES + Duration.ofSeconds(59))
        assert node.check(token).present

        when:
        installation.now = RETIRES + LIFETIME

        then:
        node.check(token).empty
    }

    def "checking asks neither store nor anybody else, whatever it is shown"() {
        given:
        def node = installation.node()
        def readings = installation.readings

        when:
        def refused = (1..1000).collect { number ->
            def header = installation.header().replace(installation.key.id(), "key-$number")
            node.check(installation.signed(header, installation.claims()))
        }

        then:
        refused.every { it.empty }
        installation.readings == readings
    }

    private static Access lastingFrom(Instant start) {
        new Access(new Bearer(USER, Role.AUTHOR, 3, false), SESSION, start, start + LIFETIME)
    }

    private AccessToken signedAt(Instant start) {
        installation.signed(installation.header(), installation.claims(
                iat: "$start.epochSecond", exp: "${start.plus(LIFETIME).epochSecond}"))
    }
}

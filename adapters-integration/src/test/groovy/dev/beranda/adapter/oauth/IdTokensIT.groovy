package dev.beranda.adapter.oauth

import com.nimbusds.jose.EncryptionMethod
import com.nimbusds.jose.JWEAlgorithm
import com.nimbusds.jose.JWEHeader
import com.nimbusds.jose.JWEObject
import com.nimbusds.jose.JWSAlgorithm
import com.nimbusds.jose.JWSHeader
import com.nimbusds.jose.JWSObject
import com.nimbusds.jose.Payload
import com.nimbusds.jose.crypto.ECDSASigner
import com.nimbusds.jose.crypto.MACSigner
import com.nimbusds.jose.crypto.RSAEncrypter
import com.nimbusds.jose.crypto.RSASSASigner
import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.ECKey
import com.nimbusds.jose.jwk.OctetSequenceKey
import com.nimbusds.jose.jwk.RSAKey
import com.nimbusds.jose.jwk.gen.ECKeyGenerator
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator
import com.nimbusds.jose.util.Base64URL
import dev.beranda.domain.identity.Outsider.Reach
import dev.beranda.domain.identity.Testimony
import dev.beranda.domain.shared.EmailAddress
import groovy.json.JsonOutput
import java.security.KeyPairGenerator
import java.security.Signature
import spock.lang.AutoCleanup
import spock.lang.Specification

/// Which ID tokens are believed.
class IdTokensIT extends Specification {

    static final WORTHLESS = new Testimony.Worthless()
    static final OTHER_KEY = new RSAKeyGenerator(2048).keyID('one').generate()

    @AutoCleanup
    def provider = new StrangeProvider()

    @AutoCleanup
    def providers = provider.believedAs()

    def "an honest token is believed, and the address only as far as the provider vouches for it: #verified"() {
        given:
        token { it.idToken([email_verified: verified]) }

        when:
        def outsider = StrangeProvider.hear(providers).outsider()

        then:
        outsider.subject().value() == 'subject-1'
        outsider.reach().class == reach
        outsider.name() == 'Ayu'
        outsider.handle() == 'ayu'

        where:
        verified || reach
        true     || Reach.Verified
        false    || Reach.Claimed
        null     || Reach.Claimed
        'true'   || Reach.Claimed
        1        || Reach.Claimed
    }

    def "no address is none: #email"() {
        given:
        token { it.idToken([email: email]) }

        expect:
        StrangeProvider.hear(providers).outsider().reach() == new Reach.Unknown()

        where:
        email << ['', 'nobody', 'a@b', 'a@x.test\r\nBcc: b@y.test', 17, ['a@x.test']]
    }

    def "claims that are not for us, not now or not about anybody are not believed: #changes"() {
        given:
        token { it.idToken(changes instanceof Closure ? changes(it) : changes) }

        expect:
        StrangeProvider.hear(providers) == WORTHLESS

        where:
        changes << [
            [iss: null], [iss: 'https://evil.test'], { [iss: it.address + '/'] }, { [iss: it.address[0..-2]] }, { [iss: it.address.toUpperCase()] }, { [iss: [it.address]] },
            { [iss: it.address + '.evil.test'] }, { [iss: it.address.replace('http', 'https')] },
            [aud: null], [aud: 'another'], [aud: 'Beranda'], [aud: []], [aud: 'beranda2'], [aud: ['beranda', 'another']], [aud: ['beranda', 17]],
            [aud: ['beranda', 'another'], azp: 'another'], [azp: 'another'], [azp: 17],
            [nonce: null], [nonce: ''], [nonce: 'another'], [nonce: 'The-Nonce'], [nonce: ['the-nonce']],
            [sub: null], [sub: ''], [sub: 0], [sub: '0'], [sub: 'null'], [sub: ' '], [sub: ['subject-1']], [sub: 'x' * 256],
            { [exp: it.clock.instant().epochSecond - 61] }, [exp: null], [exp: 'tomorrow'], [exp: -1], [exp: 0],
            { [iat: it.clock.instant().epochSecond + 61] }, [iat: null], [iat: 'now'], [iat: -1],
        ]
    }

    def "what is a little late or early is, for clocks are"() {
        given:
        token { it.idToken([exp: it.clock.instant().epochSecond - 59, iat: it.clock.instant().epochSecond + 59]) }

        expect:
        StrangeProvider.hear(providers) instanceof Testimony.Vouched
    }

    def "an audience of several is ours if we are who it was made for"() {
        given:
        token { it.idToken([aud: ['beranda', 'another'], azp: 'beranda']) }

        expect:
        StrangeProvider.hear(providers) instanceof Testimony.Vouched
    }

    def "what the issuer did not sign, or not so that it can be told, is not believed: #what"() {
        given:
        token { forge(it) }

        expect:
        StrangeProvider.hear(providers) == WORTHLESS

        where:
        what                          | forge
        'nothing'                     | { '' }
        'no token'                    | { 'token' }
        'no text'                     | { 17 }
        'two parts'                   | { it.idToken().tokenize('.').take(2).join('.') }
        'four parts'                  | { it.idToken() + '.x' }
        'much too long'               | { it.idToken([x: 'x' * 20_000]) }
        'alg none'                    | { unsigned(it, 'none') }
        'alg None'                    | { unsigned(it, 'None') }
        'without alg'                 | { "${encoded('{}')}.${encoded(JsonOutput.toJson(it.claims()))}." as String }
        'without a signature'         | { it.idToken().replaceAll(/[^.]*$/, '') }
        'a changed signature'         | { it.idToken().with { t -> t[0..-10] + (t[-9] == 'A' ? 'B' : 'A') + t[-8..-1] } }
        'changed claims'              | { it.idToken().tokenize('.').with { p -> "${p[0]}.${encoded(JsonOutput.toJson(it.claims() + [sub: 'other']))}.${p[2]}" as String } }
        'another\'s key, same name'   | { it.idToken([:], [key: OTHER_KEY]) }
        'a key nobody knows'          | { it.idToken([:], [key: OTHER_KEY, kid: 'two']) }
        'our key under another name'  | { it.idToken([:], [kid: 'two']) }
        'a path for a name'           | { it.idToken([:], [key: OTHER_KEY, kid: '../../dev/null']) }
        'a key that comes along'      | { carryingItsKey(it) }
        'HS256 with the secret'       | { shared(it, 'canary-client-secret'.padRight(32, '0').bytes) }
        'HS256 with the public key'   | { shared(it, StrangeProvider.KEY.toRSAPublicKey().encoded) }
        'HS256 with the key as text'  | { shared(it, StrangeProvider.KEY.toPublicJWK().toJSONString().bytes) }
        'RS512'                       | { it.idToken([:], [alg: 'RS512']) }
        'an access token'             | { it.idToken([:], [typ: 'at+jwt']) }
        'conditions'                  | { withConditions(it) }
        'an encrypted one'            | { encrypted(it) }
        'claims that are a list'      | { signed('[]') }
        'claims that are no JSON'     | { signed('<html>') }
        'claims without a bottom'     | { signed('{"a":' * 4000) }
    }

    def "a weak key of the issuer signs nothing"() {
        given:
        def weak = KeyPairGenerator.getInstance('RSA').with { initialize(1024); generateKeyPair() }
        def key = new RSAKey.Builder(weak.public).privateKey(weak.private).keyID('weak').build()
        provider.answers['/keys'] = { StrangeProvider.json(it, [keys: [key.toPublicJWK().toJSONObject()]]) }
        token { it.idToken([:], [key: key, kid: 'weak']) }

        expect:
        StrangeProvider.hear(providers) == WORTHLESS
    }

    def "a shared secret among the keys is no key"() {
        given:
        def secret = new OctetSequenceKey.Builder(new byte[32]).keyID('one').build()
        provider.answers['/keys'] = { StrangeProvider.json(it, [keys: [secret.toJSONObject()]]) }
        token { shared(it, new byte[32]) }

        expect:
        StrangeProvider.hear(providers) == WORTHLESS
    }

    def "signatures are taken by #algorithm"() {
        given:
        def (jwk, sign) = keyFor(algorithm)
        provider.answers['/keys'] = { StrangeProvider.json(it, [keys: [StrangeProvider.KEY.toPublicJWK().toJSONObject(), jwk]]) }
        token {
            def head = encoded(JsonOutput.toJson([alg: algorithm, kid: 'other', typ: 'JWT']))
            def body = encoded(JsonOutput.toJson(it.claims()))
            "$head.$body.${sign("$head.$body" as String)}" as String
        }

        expect:
        StrangeProvider.hear(providers) instanceof Testimony.Vouched

        where:
        algorithm << ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519']
    }

    def "a signature on the curve that is all zeros is none"() {
        given:
        def (jwk, _) = keyFor('ES256')
        provider.answers['/keys'] = { StrangeProvider.json(it, [keys: [jwk]]) }
        token {
            "${encoded(JsonOutput.toJson([alg: 'ES256', kid: 'other']))}.${encoded(JsonOutput.toJson(it.claims()))}.${Base64URL.encode(new byte[64])}" as String
        }

        expect:
        StrangeProvider.hear(providers) == WORTHLESS
    }

    def "a token that names no key is believed where the issuer has one only"() {
        given:
        token { it.idToken([:], [kid: null]) }

        expect:
        StrangeProvider.hear(providers) instanceof Testimony.Vouched

        when:
        provider.answers['/keys'] = { StrangeProvider.json(it, [keys: [StrangeProvider.KEY, OTHER_KEY].collect { key -> key.toPublicJWK().toJSONObject() }]) }
        provider.clock.goOn(IssuerKeys.GOOD_FOR)

        then:
        StrangeProvider.hear(providers) == WORTHLESS
    }

    def "keys are looked at once, again when there is a new one, and not for every name somebody invents"() {
        given:
        5.times { assert StrangeProvider.hear(providers) instanceof Testimony.Vouched }

        expect:
        provider.askedFor('/keys').size() == 1

        when:
        token { it.idToken([:], [key: OTHER_KEY, kid: 'invented-' + UUID.randomUUID()]) }
        100.times { assert StrangeProvider.hear(providers) == WORTHLESS }

        then:
        provider.askedFor('/keys').size() == 1

        when:
        provider.clock.goOn(IssuerKeys.BETWEEN_LOOKS)
        100.times { assert StrangeProvider.hear(providers) == WORTHLESS }

        then:
        provider.askedFor('/keys').size() == 2

        when: 'the issuer changes its key'
        def next = new RSAKey.Builder(OTHER_KEY).keyID('next').build()
        provider.answers['/keys'] = { StrangeProvider.json(it, [keys: [next.toPublicJWK().toJSONObject()]]) }
        token { it.idToken([:], [key: next, kid: 'next']) }
        provider.clock.goOn(IssuerKeys.BETWEEN_LOOKS)

        then:
        StrangeProvider.hear(providers) instanceof Testimony.Vouched
        provider.askedFor('/keys').size() == 3
    }

    def "keys that were seen stay good while they cannot be had again, and are not asked for all the time"() {
        given:
        StrangeProvider.hear(providers)
        provider.answers['/keys'] = { it.sendResponseHeaders(500, -1) }
        provider.clock.goOn(IssuerKeys.GOOD_FOR)

        expect:
        (1..20).every { StrangeProvider.hear(providers) instanceof Testimony.Vouched }
        provider.askedFor('/keys').size() == 2
    }

    def "keys that cannot be had are not made up for: #what"() {
        given:
        provider.answers['/keys'] = answer

        expect:
        StrangeProvider.hear(providers) == testimony

        where:
        what           | answer                                                                                                || testimony
        'sent on'      | { it.responseHeaders.set('Location', '/elsewhere'); it.sendResponseHeaders(302, -1) }                  || new Testimony.Unavailable()
        'down'         | { it.sendResponseHeaders(503, -1) }                                                                    || new Testimony.Unavailable()
        'a page'       | { StrangeProvider.send(it, '<html>', 'text/html') }                                                    || new Testimony.Unavailable()
        'not there'    | { StrangeProvider.json(it, [:], 404) }                                                                 || WORTHLESS
        'none'         | { StrangeProvider.json(it, [keys: []]) }                                                               || WORTHLESS
        'no list'      | { StrangeProvider.json(it, [keys: 'all of them']) }                                                    || WORTHLESS
        'too many'     | { StrangeProvider.json(it, [keys: (0..<101).collect { StrangeProvider.KEY.toPublicJWK().toJSONObject() }]) } || WORTHLESS
    }

    def "who is described elsewhere only is asked for there, and must be the same"() {
        given:
        token { it.idToken([email: null, email_verified: null]) }
        provider.answers['/me'] = { StrangeProvider.json(it, person) }

        expect:
        StrangeProvider.hear(providers).with { it instanceof Testimony.Vouched ? it.outsider().reach() : it } == said
        provider.askedFor('/me')*.headers*.getFirst('Authorization') == ['Bearer access']

        where:
        person                                                                  || said
        [sub: 'subject-1', email: 'a@example.com', email_verified: true]        || new Reach.Verified(new EmailAddress('a@example.com'))
        [sub: 'subject-1', email: 'a@example.com']                              || new Reach.Claimed(new EmailAddress('a@example.com'))
        [sub: 'subject-1']                                                      || new Reach.Unknown()
        [sub: 'subject-2', email: 'a@example.com', email_verified: true]        || WORTHLESS
        [email: 'a@example.com', email_verified: true]                          || WORTHLESS
    }

    private void token(Closure<?> making) {
        provider.answers['/token'] = { StrangeProvider.json(it, [access_token: 'access', id_token: making(provider)]) }
    }

    private static String encoded(String text) {
        Base64URL.encode(text).toString()
    }

    private static String unsigned(StrangeProvider provider, String algorithm) {
        "${encoded(JsonOutput.toJson([alg: algorithm]))}.${encoded(JsonOutput.toJson(provider.claims()))}."
    }

    private static String signed(String claims) {
        new JWSObject(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID('one').build(), new Payload(claims))
                .with { sign(new RSASSASigner(StrangeProvider.KEY)); serialize() }
    }

    private static String shared(StrangeProvider provider, byte[] secret) {
        new JWSObject(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID('one').build(), new Payload(JsonOutput.toJson(provider.claims())))
                .with { sign(new MACSigner(secret)); serialize() }
    }

    private static String carryingItsKey(StrangeProvider provider) {
        def head = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID('one').jwk(OTHER_KEY.toPublicJWK()).jwkURL(URI.create(provider.address + '/stolen')).build()
        new JWSObject(head, new Payload(JsonOutput.toJson(provider.claims()))).with { sign(new RSASSASigner(OTHER_KEY)); serialize() }
    }

    private static String withConditions(StrangeProvider provider) {
        def head = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID('one').criticalParams(['exp'] as Set).customParam('exp', 1).build()
        new JWSObject(head, new Payload(JsonOutput.toJson(provider.claims()))).with { sign(new RSASSASigner(StrangeProvider.KEY)); serialize() }
    }

    private static String encrypted(StrangeProvider provider) {
        new JWEObject(new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM).keyID('one').build(), new Payload(provider.idToken()))
                .with { encrypt(new RSAEncrypter(StrangeProvider.KEY)); serialize() }
    }

    /// A public key, and how to sign with it.
    private static List keyFor(String algorithm) {
        if (algorithm.startsWith('Ed')) {
            def pair = KeyPairGenerator.getInstance('Ed25519').generateKeyPair()
            def x = Base64URL.encode(pair.public.encoded[-32..-1] as byte[]).toString()
            return [[kty: 'OKP', crv: 'Ed25519', x: x, kid: 'other'], { String text ->
                Base64URL.encode(Signature.getInstance('Ed25519').with { initSign(pair.private); update(text.bytes); sign() })
            }]
        }
        def key = algorithm == 'ES256' ? new ECKeyGenerator(Curve.P_256).keyID('other').generate() : new RSAKeyGenerator(2048).keyID('other').generate()
        def signer = key instanceof ECKey ? new ECDSASigner(key) : new RSASSASigner(key as RSAKey)
        [key.toPublicJWK().toJSONObject(), { String text -> signer.sign(new JWSHeader(JWSAlgorithm.parse(algorithm)), text.bytes) }]
    }
}

package dev.beranda.adapter.security.token

import com.nimbusds.jose.EncryptionMethod
import com.nimbusds.jose.JWEAlgorithm
import com.nimbusds.jose.JWEHeader
import com.nimbusds.jose.JWEObject
import com.nimbusds.jose.Payload
import com.nimbusds.jose.crypto.DirectEncrypter
import com.nimbusds.jose.crypto.ECDHEncrypter
import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.ECKey
import com.nimbusds.jose.jwk.gen.ECKeyGenerator
import dev.beranda.domain.session.AccessToken
import dev.beranda.domain.session.RefreshClaim
import dev.beranda.domain.session.SessionId
import java.nio.channels.ServerSocketChannel
import java.security.KeyPairGenerator
import java.security.Signature
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec
import spock.lang.Shared
import spock.lang.Specification

/// What an attacker can make without our private key, and what even the key must not be enough for.
class ForgedAccessTokensSpec extends Specification {

    static final ORDER = new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16)

    @Shared
    def installation = new Installation()

    @Shared
    def tokens = installation.node()

    @Shared
    def good = installation.signed(installation.header(), Installation.claims()).reveal()

    @Shared
    def parts = good.tokenize(".")

    @Shared
    def publicKey = ECKey.parse(installation.key.publicKey())

    def "the token that all these forgeries begin with is good"() {
        expect:
        !isRefused(good)
    }

    def "three parts, each in its one spelling, or nothing: #what"() {
        expect:
        isRefused(text.call(parts[0], parts[1], parts[2]))

        where:
        what                              | text
        "no dots"                         | { h, p, s -> h + p + s }
        "two parts"                       | { h, p, s -> "$h.$p" }
        "two parts and a dot"             | { h, p, s -> "$h.$p." }
        "four parts"                      | { h, p, s -> "$h.$p.${s}.$s" }
        "five parts"                      | { h, p, s -> "$h.$p.$p.$p.$s" }
        "a dot more"                      | { h, p, s -> "$h.$p.${s}." }
        "a dot before"                    | { h, p, s -> ".$h.$p.$s" }
        "a dot between"                   | { h, p, s -> "$h..$p.$s" }
        "no header"                       | { h, p, s -> ".$p.$s" }
        "no claims"                       | { h, p, s -> "$h..$s" }
        "no signature"                    | { h, p, s -> "$h.$p." }
        "parts in another order"          | { h, p, s -> "$p.$h.$s" }
        "the claims as signature"         | { h, p, s -> "$h.$p.$p" }
        "a padded header"                 | { h, p, s -> "$h=.$p.$s" }
        "padded claims"                   | { h, p, s -> "$h.$p=.$s" }
        "a padded signature"              | { h, p, s -> "$h.$p.$s==" }
        "bits nobody asked for"           | { h, p, s -> "$h.$p." + s[0..-2] + ((s[-1] as char) + 1 as char) }
        "the other alphabet"              | { h, p, s -> "$h.$p." + s[0..-3] + "+/" }
        "a blank before"                  | { h, p, s -> " $h.$p.$s" }
        "a blank behind"                  | { h, p, s -> "$h.$p.$s " }
        "a blank within"                  | { h, p, s -> "$h. $p.$s" }
        "a line's end"                    | { h, p, s -> "$h.$p.$s\n" }
        "a line's end within"             | { h, p, s -> "$h.\r\n$p.$s" }
        "NUL"                             | { h, p, s -> "$h.$p.$s\u0000" }
        "letters beyond ASCII"            | { h, p, s -> "$h.$p." + s[0..-2] + "\u0141" }
        "a dot from elsewhere"            | { h, p, s -> "$h\uff0e$p.$s" }
        "the scheme before it"            | { h, p, s -> "Bearer $h.$p.$s" }
        "quotes"                          | { h, p, s -> "\"$h.$p.$s\"" }
        "percent signs"                   | { h, p, s -> "$h%2e$p%2e$s" }
        "two tokens"                      | { h, p, s -> "$h.$p.$s,$h.$p.$s" }
        "upper case"                      | { h, p, s -> "$h.$p.$s".toUpperCase() }
        "the JSON itself"                 | { h, p, s -> installation.header() + "." + Installation.claims() + "." + s }
    }

    def "a single bit is enough to spoil a token"() {
        given:
        def bytes = good.bytes

        expect:
        (0..<bytes.length * 8).every { bit ->
            def spoilt = bytes.clone()
            spoilt[bit.intdiv(8)] ^= 1 << bit % 8
            isRefused(new String(spoilt, "ISO-8859-1"))
        }
    }

    def "a token has to be signed: #alg #signature"() {
        given:
        def message = Base64Url.encode("""{"alg":$alg,"typ":"at+jwt","kid":"${installation.key.id()}"}""") + "." + parts[1]

        expect:
        isRefused(message + "." + (signature ?: parts[2]))
        isRefused(message + ".")
        isRefused(message)

        where:
        [alg, signature] << [
            ['"none"', '"None"', '"NONE"', '"nOnE"', '"none "', '""', 'null', '0', '[]', '["ES256"]', '["none","ES256"]'],
            [null, "AA", "A" * 86],
        ].combinations()
    }

    def "a header without an algorithm gets none"() {
        expect:
        isRefused(installation.signed("""{"typ":"at+jwt","kid":"${installation.key.id()}"}""", Installation.claims()).reveal())
        isRefused(installation.signed("{}", Installation.claims()).reveal())
    }

    def "our public key is no secret to sign with: #what"() {
        given:
        def message = Base64Url.encode("""{"alg":"$alg","typ":"at+jwt","kid":"${installation.key.id()}"}""") + "." + parts[1]
        def mac = Mac.getInstance("HmacSHA" + alg.drop(2))
        mac.init(new SecretKeySpec(secret.call(publicKey) as byte[], mac.algorithm))

        expect:
        isRefused(message + "." + Base64Url.encode(mac.doFinal(message.bytes)))

        where:
        what                     | alg     | secret
        "as PEM"                 | "HS256" | { pem(it.toECPublicKey().encoded) }
        "as PEM with an end"     | "HS256" | { (pem(it.toECPublicKey().encoded) + "\n") }
        "as DER"                 | "HS256" | { it.toECPublicKey().encoded }
        "as JWK"                 | "HS256" | { installation.key.publicKey() }
        "as JWK with an end"     | "HS256" | { installation.key.publicKey() + "\n" }
        "as JWK of another hand" | "HS256" | { it.toJSONString() }
        "its x"                  | "HS256" | { it.x.decode() }
        "its name"               | "HS256" | { it.keyID }
        "nothing"                | "HS256" | { [0] as byte[] }
        "a word"                 | "HS256" | { "secret" }
        "as DER, longer"         | "HS384" | { it.toECPublicKey().encoded }
        "as DER, longest"        | "HS512" | { it.toECPublicKey().encoded }
    }

    def "a strange key signs nothing, whatever the header calls it: #algorithm under #alg"() {
        given:
        def message = Base64Url.encode("""{"alg":"$alg","typ":"at+jwt","kid":"${installation.key.id()}"}""") + "." + parts[1]

        expect:
        isRefused(message + "." + Base64Url.encode(strangersSignature(kind, size, algorithm, message)))

        where:
        kind      | size | algorithm                      | alg
        "RSA"     | 2048 | "SHA256withRSA"                | "RS256"
        "RSA"     | 2048 | "SHA256withRSA"                | "ES256"
        "RSA"     | 512  | "SHA256withRSA"                | "RS256"
        "RSA"     | 512  | "SHA256withRSA"                | "ES256"
        "EC"      | 256  | "SHA256withECDSAinP1363Format" | "ES256"
        "EC"      | 256  | "SHA256withECDSA"              | "ES256"
        "EC"      | 256  | "SHA256withECDSAinP1363Format" | "ES256K"
        "EC"      | 384  | "SHA384withECDSAinP1363Format" | "ES384"
        "EC"      | 384  | "SHA256withECDSAinP1363Format" | "ES256"
        "EC"      | 521  | "SHA512withECDSAinP1363Format" | "ES512"
        "Ed25519" | 255  | "Ed25519"                      | "EdDSA"
        "Ed25519" | 255  | "Ed25519"                      | "ES256"
    }

    def "our own key under another algorithm's name signs nothing: #alg"() {
        expect:
        isRefused(installation.signed(installation.header().replace("ES256", alg), Installation.claims()).reveal())

        where:
        alg << ["RS256", "PS256", "HS256", "ES384", "ES512", "ES256K", "EdDSA", "Ed25519", "ESP256", "es256", "ES256 ", "none", ""]
    }

    def "a signature is two numbers within the order of the curve: r = #r, s = #s"() {
        expect:
        isRefused(parts[0] + "." + parts[1] + "." + Base64Url.encode(padded(r) + padded(s) as byte[]))

        where:
        [r, s] << ([[0G, 1G, ORDER - 1, ORDER, ORDER + 1, 2G**256 - 1]] * 2).combinations()
    }

    def "a good signature in another form is none: #what"() {
        given:
        def signature = parts[2].decodeBase64Url()

        expect:
        isRefused(parts[0] + "." + parts[1] + "." + Base64Url.encode(form.call(signature) as byte[]))

        where:
        what                      | form
        "a byte short"            | { it[0..62] }
        "a byte long"             | { it.toList() + [0] }
        "a byte long, in front"   | { [0] + it.toList() }
        "twice"                   | { it.toList() * 2 }
        "the other way round"     | { it[32..63] + it[0..31] }
        "half"                    | { it[0..31] }
        "as DER"                  | { der(it) }
    }

    def "the name of a key looks up a key and does nothing else: #kid"() {
        given:
        def readings = installation.readings
        def header = """{"alg":"ES256","typ":"at+jwt","kid":$kid}"""

        expect:
        isRefused(installation.signed(header, Installation.claims()).reveal())
        installation.readings == readings

        where:
        kid << [
            '"unknown"', '""', '" "', 'null', '0', 'true', '[]', '{}', '"../../dev/null"', '"/etc/passwd"', '"\' OR 1=1--"',
            '"x\' UNION SELECT \'key"', '"|sleep 10"', '"$(sleep 10)"', '"http://127.0.0.1:1/key"', '"\\u0000"',
            '"' + "k" * 2000 + '"', '"' + "k" * 10_000 + '"',
        ]
    }

    def "the name of our key in another form is not its name: #what"() {
        given:
        def header = """{"alg":"ES256","typ":"at+jwt","kid":${kid.call(installation.key.id())}}"""

        expect:
        isRefused(installation.signed(header, Installation.claims()).reveal())

        where:
        what        | kid
        "in a list" | { "[\"$it\"]" }
        "escaped"   | { "\"\\u00" + Integer.toHexString(it.charAt(0) as int) + it.drop(1) + "\"" }
        "longer"    | { "\"$it \"" }
        "shorter"   | { "\"" + it.drop(1) + "\"" }
        "with NUL"  | { "\"$it\\u0000\"" }
    }

    def "a token does not bring its own key, and nobody is asked for one: #extra"() {
        given:
        def listener = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.loopbackAddress, 0))
        listener.configureBlocking(false)
        def url = "http://127.0.0.1:${listener.socket().localPort}/keys"
        def attacker = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate()
        def member = extra.replace("URL", url).replace("JWK", attacker.toPublicJWK().toJSONString())

        expect:
        [installation.key.id(), attacker.keyID].every { kid ->
            def message = Base64Url.encode("""{"alg":"ES256","typ":"at+jwt","kid":"$kid",$member}""") + "." + parts[1]
            isRefused(message + "." + Base64Url.encode(Installation.signature(attacker.toECPrivateKey(), message)))
        }
        listener.accept() == null

        cleanup:
        listener.close()

        where:
        extra << ['"jwk":JWK', '"jku":"URL"', '"x5u":"URL"', '"x5c":["AAAA"]', '"jku":"URL","jwk":JWK', '"iss":"URL"']
    }

    def "even our own key signs nothing under a header that is not ours to the letter: #what"() {
        given:
        def header = other.call(installation.header(), installation.key.id())

        expect:
        isRefused(installation.signed(header, Installation.claims()).reveal())

        where:
        what                      | other
        "no type"                 | { h, kid -> h.replace(',"typ":"at+jwt"', "") }
        "another type"            | { h, kid -> h.replace("at+jwt", "JWT") }
        "the type's long name"    | { h, kid -> h.replace("at+jwt", "application/at+jwt") }
        "a loud type"             | { h, kid -> h.replace("at+jwt", "AT+JWT") }
        "an escaped type"         | { h, kid -> h.replace("at+jwt", "at\\u002bjwt") }
        "the type of ID tokens"   | { h, kid -> h.replace("at+jwt", "id+jwt") }
        "the type of refreshing"  | { h, kid -> h.replace("at+jwt", "refresh+jwt") }
        "no name of a key"        | { h, kid -> h.replace(",\"kid\":\"$kid\"", "") }
        "another order"           | { h, kid -> """{"kid":"$kid","typ":"at+jwt","alg":"ES256"}""" }
        "blanks"                  | { h, kid -> h.replace(":", ": ") }
        "the algorithm twice"     | { h, kid -> h.replace('{', '{"alg":"none",') }
        "the same one twice"      | { h, kid -> h.replace('{', '{"alg":"ES256",') }
        "the type twice"          | { h, kid -> h.replace('}', ',"typ":"at+jwt"}') }
        "something after it"      | { h, kid -> h + "{}" }
        "not closed"              | { h, kid -> h[0..-2] }
        "a list"                  | { h, kid -> "[$h]" }
        "a text"                  | { h, kid -> '"ES256"' }
        "nothing"                 | { h, kid -> "" }
        "a mark before it"        | { h, kid -> "\ufeff" + h }
        "an unknown member"       | { h, kid -> h.replace('}', ',"x":1}') }
        "a prototype"             | { h, kid -> h.replace('}', ',"__proto__":{}}') }
        "crit"                    | { h, kid -> h.replace('}', ',"crit":["exp"],"exp":1}') }
        "an empty crit"           | { h, kid -> h.replace('}', ',"crit":[]}') }
        "unencoded claims"        | { h, kid -> h.replace('}', ',"b64":false,"crit":["b64"]}') }
        "compressed claims"       | { h, kid -> h.replace('}', ',"zip":"DEF"}') }
        "a token within"          | { h, kid -> h.replace('}', ',"cty":"JWT"}') }
        "a key of its own"        | { h, kid -> h.replace('}', ',"jwk":{"kty":"oct","k":"AQ"}}') }
        "a key set elsewhere"     | { h, kid -> h.replace('}', ',"jku":"http://127.0.0.1:1/"}') }
        "a certificate elsewhere" | { h, kid -> h.replace('}', ',"x5u":"http://127.0.0.1:1/"}') }
        "a certificate"           | { h, kid -> h.replace('}', ',"x5c":["AAAA"]}') }
        "a certificate's hash"    | { h, kid -> h.replace('}', ',"x5t":"AAAA","x5t#S256":"AAAA"}') }
        "an encryption"           | { h, kid -> h.replace('}', ',"enc":"A256GCM"}') }
        "a costly derivation"     | { h, kid -> h.replace('}', ',"p2c":2147483647,"p2s":"AAAA"}') }
    }

    def "a token within a token is none"() {
        expect:
        isRefused(installation.signed(installation.header(), good).reveal())
    }

    def "an encrypted token is none: #what"() {
        expect:
        isRefused(token.call(publicKey, good))

        where:
        what                       | token
        "to our own public key"    | { key, jwt -> encrypted(JWEAlgorithm.ECDH_ES, new ECDHEncrypter(key), jwt) }
        "with a key of the sender" | { key, jwt -> encrypted(JWEAlgorithm.DIR, new DirectEncrypter(new byte[32]), jwt) }
        "with a password, slowly"  | { key, jwt -> fiveParts('{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":2147483647,"p2s":"AAAA"}') }
        "with RSA of old"          | { key, jwt -> fiveParts('{"alg":"RSA1_5","enc":"A128CBC-HS256"}') }
        "compressed"               | { key, jwt -> fiveParts('{"alg":"dir","enc":"A256GCM","zip":"DEF"}') }
    }

    def "size alone is enough to refuse: #size"() {
        expect:
        isRefused("A" * size)
        isRefused("A" * size + "." + parts[1] + "." + parts[2])
        isRefused(parts[0] + "." + "A" * size + "." + parts[2])
        isRefused(parts[0] + "." + parts[1] + "." + "A" * size)
        isRefused(installation.signed(installation.header(), Installation.claims(x: '"' + "x" * size + '"')).reveal())
        isRefused(installation.signed(installation.header(), Installation.claims(x: "[" * size + "]" * size)).reveal())

        where:
        size << [8_000, 100_000, 1_000_000]
    }

    def "a token of up to four kilobytes is read, and not one character more"() {
        expect:
        isRefused(ofLength(4097))
        !isRefused(ofLength(4096))
    }

    def "tokens of other kinds are no access tokens: #what"() {
        expect:
        isRefused(token.call(installation))

        where:
        what                     | token
        "a refresh token"        | { refreshToken(it) }
        "three of them"          | { ([refreshToken(it)] * 3).join(".") }
        "one where claims stand" | { it.signed(it.header(), refreshToken(it)).reveal() }
        "a public key"           | { it.key.publicKey() }
        "the name of a key"      | { it.key.id() }
        "an identifier"          | { UUID.randomUUID().toString() }
    }

    private boolean isRefused(String text) {
        tokens.check(new AccessToken(text)).empty
    }

    private String ofLength(int length) {
        def room = length - good.length() + parts[1].length()
        def claims = (0..4096).collect { Installation.claims(x: '"' + "x" * it + '"') }.find { Base64Url.encode(it).length() == room }
        installation.signed(installation.header(), claims).reveal()
    }

    private static String encrypted(JWEAlgorithm algorithm, encrypter, String jwt) {
        def jwe = new JWEObject(new JWEHeader.Builder(algorithm, EncryptionMethod.A256GCM).contentType("JWT").build(), new Payload(jwt))
        jwe.encrypt(encrypter)
        jwe.serialize()
    }

    private static String fiveParts(String header) {
        Base64Url.encode(header) + ".AA.AA." + "A" * 3000 + ".AA"
    }

    private static String refreshToken(Installation installation) {
        new HmacRefreshTokens(installation.secret).seal(new RefreshClaim(new SessionId(UUID.randomUUID()), 1)).reveal()
    }

    private static String pem(byte[] der) {
        "-----BEGIN PUBLIC KEY-----\n" + der.encodeBase64(true) + "-----END PUBLIC KEY-----"
    }

    private static byte[] strangersSignature(String kind, int size, String algorithm, String message) {
        def generator = KeyPairGenerator.getInstance(kind)
        generator.initialize(size)
        Signature.getInstance(algorithm).with {
            initSign(generator.generateKeyPair().private)
            update(message.bytes)
            sign()
        }
    }

    private static List<Byte> padded(BigInteger number) {
        def bytes = number.toByteArray().toList()
        ([0 as byte] * 33 + bytes)[-32..-1]
    }

    private static byte[] der(byte[] signature) {
        def (r, s) = [new BigInteger(1, signature, 0, 32).toByteArray(), new BigInteger(1, signature, 32, 32).toByteArray()]
        [0x30, r.length + s.length + 4, 2, r.length, *r, 2, s.length, *s] as byte[]
    }
}

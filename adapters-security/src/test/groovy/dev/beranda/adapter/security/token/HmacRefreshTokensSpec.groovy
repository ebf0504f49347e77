package dev.beranda.adapter.security.token

import dev.beranda.domain.session.RefreshClaim
import dev.beranda.domain.session.RefreshToken
import dev.beranda.domain.session.RefreshTokens
import dev.beranda.domain.session.RefreshTokensContract
import javax.crypto.Mac

class HmacRefreshTokensSpec extends RefreshTokensContract {

    static final SECRET = InstallationSecret.of("mkKd0Rzg9EEN31u+xj/Tvs0pJyo9y6Fv5XT8sKWs3lM=")
    static final CLAIM = new RefreshClaim(SESSION, 7)
    static final TEXT = "AQGSAAAAAHAAgAAAAAAAAPEAAAAHbiyr31HskZhvVhTK-7z0ESBHCcqcMnPHLUJnLLUQueA"

    RefreshTokens tokens = new HmacRefreshTokens(SECRET)

    def "a token is the same for good: on every node, after every start"() {
        expect:
        tokens.seal(CLAIM).reveal() == TEXT
        tokens.open(new RefreshToken(TEXT)) == Optional.of(CLAIM)
    }

    def "a token of another installation opens to nothing"() {
        expect:
        tokens.open(new HmacRefreshTokens(Installation.secretOf("another")).seal(CLAIM)).empty
    }

    def "a token has one spelling: #what"() {
        expect:
        tokens.open(new RefreshToken(text)).empty

        where:
        what                        | text
        "padded"                    | TEXT + "="
        "in the other alphabet"     | TEXT.replace("-", "+").replace("_", "/")
        "with bits nobody asked for" | TEXT[0..-2] + "B"
        "with a blank before it"    | " " + TEXT
        "with a line's end"         | TEXT + "\n"
        "padded within"             | TEXT[0..-2] + "="
        "with letters beyond ASCII" | TEXT[0..-2] + "\u0141"
    }

    def "a genuine seal under another version opens to nothing"() {
        given:
        def body = [2] + TEXT.decodeBase64Url()[1..20] as byte[]

        expect:
        tokens.open(new RefreshToken(Base64Url.encode(body.toList() + mac(body).toList() as byte[]))).empty
    }

    def "an access token opens to nothing"() {
        given:
        def installation = new Installation()

        expect:
        tokens.open(new RefreshToken(installation.signed(installation.header(), installation.claims()).reveal())).empty
    }

    private static byte[] mac(byte[] body) {
        Mac.getInstance("HmacSHA256").with {
            init(SECRET.key(InstallationSecret.Purpose.REFRESH_TOKENS))
            doFinal(body)
        }
    }
}

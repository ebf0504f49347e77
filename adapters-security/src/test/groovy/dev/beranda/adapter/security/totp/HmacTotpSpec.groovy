package dev.beranda.adapter.security.totp

import dev.beranda.adapter.security.token.InstallationSecret
import dev.beranda.domain.factor.Authenticator
import dev.beranda.domain.factor.Totp
import dev.beranda.domain.factor.TotpCode
import dev.beranda.domain.factor.TotpContract
import dev.beranda.domain.factor.TotpSecret
import dev.beranda.domain.fixture.People
import java.nio.ByteBuffer
import java.time.Instant
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec

class HmacTotpSpec extends TotpContract {

    static final SECRET = InstallationSecret.of('mkKd0Rzg9EEN31u+xj/Tvs0pJyo9y6Fv5XT8sKWs3lM=')

    Totp totp = new HmacTotp(SECRET)

    /// As an app does it, by the letter of RFC 4226 and 6238 and none of our code.
    @Override
    TotpCode codeAt(TotpSecret secret, Instant at) {
        def bits = secret.reveal().collect { Integer.toString('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(it), 2).padLeft(5, '0') }.join()
        def key = (0..<bits.length().intdiv(8)).collect { (byte) Integer.parseInt(bits[it * 8..it * 8 + 7], 2) } as byte[]
        def mac = Mac.getInstance('HmacSHA1').with {
            init(new SecretKeySpec(key, 'raw'))
            doFinal(ByteBuffer.allocate(8).putLong(at.epochSecond.intdiv(30)).array())
        }
        def offset = mac[19] & 0xf
        def number = (mac[offset] & 0x7f) << 24 | (mac[offset + 1] & 0xff) << 16 | (mac[offset + 2] & 0xff) << 8 | mac[offset + 3] & 0xff
        new TotpCode(String.format('%06d', number % 1_000_000))
    }

    def "the codes of RFC 6238: #seconds"() {
        given:
        def rfc = new TotpSecret('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')

        expect:
        totp.stepOf(appWith(rfc), new TotpCode(code), Instant.ofEpochSecond(seconds)) == OptionalLong.of(seconds.intdiv(30))

        where:
        seconds        || code
        59L            || '287082'
        1111111109L    || '081804'
        1111111111L    || '050471'
        1234567890L    || '005924'
        2000000000L    || '279037'
        20000000000L   || '353130'
    }

    def "a secret is 160 bits of its own"() {
        given:
        def drawn = (1..200).collect { totp.draw().reveal() }

        expect:
        drawn.every { it ==~ /[A-Z2-7]{32}/ }
        drawn.toSet().size() == 200
    }

    def "a secret at rest tells nothing, and is never sealed the same way twice"() {
        given:
        def secret = totp.draw()
        def user = People.newId()

        expect:
        totp.seal(user, secret).reveal() != totp.seal(user, secret).reveal()
        !new String(totp.seal(user, secret).reveal(), 'ISO-8859-1').contains(secret.reveal())
    }

    def "a secret that was moved to another account, or is of another installation, is a fault and no code"() {
        given:
        def secret = totp.draw()
        def code = codeAt(secret, People.NOW)

        when:
        totp.stepOf(new Authenticator(owner, sealer.seal(People.newId(), secret), true, People.NOW), code, People.NOW)

        then:
        thrown(IllegalStateException)

        where:
        owner          | sealer
        People.newId() | new HmacTotp(SECRET)
        People.newId() | new HmacTotp(InstallationSecret.of('0kKd0Rzg9EEN31u+xj/Tvs0pJyo9y6Fv5XT8sKWs3lM='))
    }
}

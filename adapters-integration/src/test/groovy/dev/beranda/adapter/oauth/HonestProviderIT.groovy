package dev.beranda.adapter.oauth

import com.nimbusds.jose.JOSEObjectType
import dev.beranda.domain.fixture.SettableClock
import dev.beranda.domain.identity.ErrandSecrets
import dev.beranda.domain.identity.ErrandToken
import dev.beranda.domain.identity.Outsider.Reach
import dev.beranda.domain.identity.Provider
import dev.beranda.domain.identity.ProviderCode
import dev.beranda.domain.identity.SomeErrand
import dev.beranda.domain.identity.Testimony
import dev.beranda.domain.shared.EmailAddress
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.time.Instant
import no.nav.security.mock.oauth2.MockOAuth2Server
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback
import spock.lang.AutoCleanup
import spock.lang.Specification

/// A provider of OpenID Connect that somebody else wrote.
class HonestProviderIT extends Specification {

    static final SECRETS = new ErrandSecrets('the-nonce', 'v' * 43)

    @AutoCleanup('shutdown')
    def server = new MockOAuth2Server().with { start(InetAddress.loopbackAddress, 0); it }

    @AutoCleanup
    def providers = new OauthProviders(
            [new Registration(
                    new Provider('sunrise'), new Dialect.OpenId(server.issuerUrl('sunrise').uri()), 'beranda', new ClientSecret('canary-client-secret'))],
            'https://beranda.test',
            new SettableClock(Instant.now()))

    def "somebody goes there, comes back with a code, and is vouched for"() {
        given:
        server.enqueueCallback(new DefaultOAuth2TokenCallback(
                'sunrise', 'subject-1', JOSEObjectType.JWT.type, null, [email: 'ayu@example.com', email_verified: true], 300L))

        when:
        def testimony = providers.hear(SomeErrand.of(), new ProviderCode(codeFrom(SECRETS)), SECRETS)

        then:
        testimony.outsider().subject().value() == 'subject-1'
        testimony.outsider().reach() == new Reach.Verified(new EmailAddress('ayu@example.com'))
    }

    def "a code of another errand is worth nothing: #what"() {
        expect:
        providers.hear(SomeErrand.of(), new ProviderCode(codeFrom(SECRETS)), shown) == new Testimony.Worthless()

        where:
        what       | shown
        'nonce'    | new ErrandSecrets('another-nonce', 'v' * 43)
        'verifier' | new ErrandSecrets('the-nonce', 'w' * 43)
    }

    private String codeFrom(ErrandSecrets secrets) {
        def address = providers.addressOf(SomeErrand.of(), new ErrandToken('the-state'), secrets).get()
        def answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
        StrangeProvider.fields(URI.create(answer.headers().firstValue('location').get()).rawQuery).code
    }
}

package dev.beranda.adapter.oauth

import dev.beranda.domain.identity.Outsider.Reach
import dev.beranda.domain.identity.Testimony
import dev.beranda.domain.shared.EmailAddress
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec
import spock.lang.AutoCleanup
import spock.lang.Specification

/// Facebook, as its documentation describes it.
class FacebookIT extends Specification {

    @AutoCleanup
    def facebook = new StrangeProvider()

    @AutoCleanup
    def providers = facebook.believedAs(new Dialect.Facebook(URI.create(facebook.address), URI.create(facebook.address + '/graph')))

    def setup() {
        facebook.answers['/graph/oauth/access_token'] = {
            StrangeProvider.json(it, [access_token: 'EAAG', token_type: 'bearer', expires_in: 5183944])
        }
        facebook.answers['/graph/me'] = { proven(it, [id: '10221', name: 'Ayu Kartini', email: 'ayu@example.com']) }
    }

    def "a browser is sent to Facebook with what it understands"() {
        when:
        def address = StrangeProvider.addressOf(providers).get()

        then:
        address.toString().startsWith("$facebook.address/dialog/oauth?")
        with(StrangeProvider.fields(address.rawQuery)) {
            client_id == 'beranda'
            response_type == 'code'
            scope == 'public_profile,email'
            state == 'the-state'
            code_challenge_method == 'S256'
        }
        facebook.asked.empty
    }

    def "somebody is their id there; the address is hearsay, and every question is proven to be ours"() {
        when:
        def outsider = StrangeProvider.hear(providers).outsider()

        then:
        outsider.subject().value() == '10221'
        outsider.reach() == new Reach.Claimed(new EmailAddress('ayu@example.com'))
        outsider.name() == 'Ayu Kartini'
        outsider.handle() == ''

        and:
        with(facebook.askedFor('/graph/me').first()) {
            headers.getFirst('Authorization') == 'Bearer EAAG'
            query.fields == 'id,name,email'
            !query.access_token
        }
        facebook.askedFor('/graph/oauth/access_token').first().form.subMap(['code', 'client_id', 'client_secret']) ==
                [code: 'the-code', client_id: 'beranda', client_secret: 'canary-client-secret']
    }

    def "not everybody has an address, and it says nothing of itself: #person"() {
        given:
        facebook.answers['/graph/me'] = { proven(it, [id: '10221'] + person) }

        expect:
        StrangeProvider.hear(providers).outsider().reach() == reach

        where:
        person                                           || reach
        [:]                                              || new Reach.Unknown()
        [email: '']                                      || new Reach.Unknown()
        [email: 'ayu@example.com', email_verified: true] || new Reach.Claimed(new EmailAddress('ayu@example.com'))
        [email: 'ayu@example.com', verified: true]       || new Reach.Claimed(new EmailAddress('ayu@example.com'))
    }

    def "answers come as scripts too"() {
        given:
        facebook.answers['/graph/me'] = { StrangeProvider.send(it, '{"id":"10221"}', 'text/javascript; charset=UTF-8') }

        expect:
        StrangeProvider.hear(providers).outsider().subject().value() == '10221'
    }

    def "nobody is no person: #id"() {
        given:
        facebook.answers['/graph/me'] = { proven(it, [id: id]) }

        expect:
        StrangeProvider.hear(providers) == new Testimony.Worthless()

        where:
        id << ['', '0', null, 10221, ['10221']]
    }

    def "what Facebook refuses is refused: #status"() {
        given:
        facebook.answers[place] = { StrangeProvider.json(it, [error: [message: 'Invalid', type: 'OAuthException', code: 100]], status) }

        expect:
        StrangeProvider.hear(providers) == new Testimony.Worthless()

        where:
        place                       | status
        '/graph/oauth/access_token' | 400
        '/graph/me'                 | 400
        '/graph/me'                 | 200
    }

    /// Answers only who holds the secret.
    private static void proven(exchange, Map<String, ?> person) {
        def mac = Mac.getInstance('HmacSHA256')
        mac.init(new SecretKeySpec('canary-client-secret'.bytes, 'HmacSHA256'))
        def proof = mac.doFinal('EAAG'.bytes).encodeHex().toString()
        StrangeProvider.fields(exchange.requestURI.rawQuery).appsecret_proof == proof
                ? StrangeProvider.json(exchange, person)
                : StrangeProvider.json(exchange, [error: [message: 'Invalid appsecret_proof', code: 100]], 400)
    }
}

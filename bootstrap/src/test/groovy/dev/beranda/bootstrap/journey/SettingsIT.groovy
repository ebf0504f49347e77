package dev.beranda.bootstrap.journey

/** How people like to be spoken to. */
class SettingsIT extends JourneySpecification {

    def guest = visitor()
    def account = guest.register()
    def login = guest.logIn(account)

    def "whoever has just come is spoken to as usual"() {
        when:
        def answer = guest.get('/api/me/settings')

        then:
        answer.status == 200
        answer.body == [locale: 'en', time_zone: 'UTC', sign_in_alerts: true]
        guest.get('/api/me/settings', ['If-None-Match': answer.header('etag')]).status == 304
    }

    def "what is mentioned changes, on both nodes, and the account says the same"() {
        when:
        def answer = guest.patch('/api/me/settings', [sign_in_alerts: false, time_zone: 'Asia/Jakarta'])

        then:
        answer.status == 200
        answer.body == [locale: 'en', time_zone: 'Asia/Jakarta', sign_in_alerts: false]
        withinASecond { guest.at(nodes[1]).get('/api/me/settings').body == answer.body }
        guest.get('/api/me').body.time_zone == 'Asia/Jakarta'
        guest.get('/api/me').header('etag') == answer.header('etag')

        when:
        guest.patch('/api/me', [locale: 'id', bio: 'Reads.'])

        then:
        guest.get('/api/me/settings').body == answer.body + [locale: 'id']
        guest.patch('/api/me/settings', [sign_in_alerts: true]).body.sign_in_alerts
        guest.get('/api/me').body.bio == 'Reads.'
    }

    def "what will not do is named, and nothing is kept: #json"() {
        expect:
        with(guest.patch('/api/me/settings', json)) {
            status == expected
            flaws == wrong
        }
        guest.get('/api/me/settings').body == [locale: 'en', time_zone: 'UTC', sign_in_alerts: true]

        where:
        json                                                      || expected | wrong
        [locale: 'xx', time_zone: 'EST', sign_in_alerts: 'no']    || 422      | [locale: ['language_unknown'], time_zone: ['time_zone_unknown'], sign_in_alerts: ['not_boolean']]
        [locale: 7, sign_in_alerts: false]                        || 422      | [locale: ['not_text']]
        [bio: 'x']                                                || 400      | [bio: ['unknown_field']]
        [role: 'admin', sign_in_alerts: false]                    || 400      | [role: ['unknown_field']]
    }

    def "who names the version they saw loses nothing of another's"() {
        given:
        def seen = guest.get('/api/me/settings').header('etag')
        guest.patch('/api/me', [bio: 'somebody was here'])

        expect:
        with(guest.patch('/api/me/settings', [locale: 'id'], ['If-Match': seen])) {
            status == 412
            body.code == 'stale'
        }
        guest.get('/api/me/settings').body.locale == 'en'
    }

    def "nobody has settings who is nobody"() {
        expect:
        visitor().get('/api/me/settings').status == 401
        visitor().patch('/api/me/settings', [locale: 'id']).status == 401
    }
}

package dev.beranda.bootstrap.journey

import groovy.json.JsonOutput

/** What people tell about themselves, and what others see of it. */
class ProfileIT extends JourneySpecification {

    def guest = visitor()
    def account = guest.register()
    def login = guest.logIn(account)

    def "whoever has just come has told nothing, and what is not there is not on the wire"() {
        expect:
        with(guest.get('/api/me').body) {
            it.keySet().disjoint(['bio', 'website', 'location'])
            locale == 'en'
            time_zone == 'UTC'
        }
    }

    def "what is mentioned changes, null takes away, all else stays, on both nodes"() {
        when:
        def told = patch([display_name: 'Ayu 🌺', bio: 'Reads.\nWrites.', website: 'https://ayu.example', location: 'Bandung', locale: 'id', time_zone: 'Asia/Jakarta'])

        then:
        told.status == 200
        withinASecond { guest.at(nodes[1]).get('/api/me').body == told.body }
        with(told.body) {
            display_name == 'Ayu 🌺'
            bio == 'Reads.\nWrites.'
            locale == 'id'
            time_zone == 'Asia/Jakarta'
        }

        when:
        def less = patch([bio: null, location: null])

        then:
        less.body == told.body.findAll { !(it.key in ['bio', 'location']) }
        patch([:]).body == less.body
    }

    def "everything wrong is told at once, and nothing is kept: #body"() {
        given:
        def before = guest.get('/api/me').body

        expect:
        with(patch(body)) {
            status == expected
            flaws == wrong
        }
        guest.get('/api/me').body == before

        where:
        body                                                        || expected | wrong
        [website: 'javascript:alert(1)', location: 'a\nb']          || 422      | [website: ['website_invalid'], location: ['location_invalid']]
        [bio: 'x' * 501, time_zone: 'EST', locale: 'xx']            || 422      | [bio: ['bio_invalid'], time_zone: ['time_zone_unknown'], locale: ['language_unknown']]
        [display_name: '\u202Egnimoc', bio: 'fine']                 || 422      | [display_name: ['display_name_invalid']]
        [bio: 7]                                                    || 422      | [bio: ['not_text']]
        [role: 'admin']                                             || 400      | [role: ['unknown_field']]
        [email_verified: 'true', id: 'x', version: '9']             || 400      | [email_verified: ['unknown_field'], id: ['unknown_field'], version: ['unknown_field']]
    }

    def "who names the version they saw loses nothing of another's"() {
        given:
        def seen = guest.get('/api/me').header('etag')
        def first = patch([bio: 'first'], ['If-Match': seen])

        expect:
        first.status == 200
        first.header('etag') != seen

        when:
        def second = patch([bio: 'second'], ['If-Match': seen])

        then:
        second.status == 412
        second.body.code == 'stale'
        guest.get('/api/me').body.bio == 'first'
        patch([bio: 'third'], ['If-Match': "$seen, ${first.header('etag')}".toString()]).status == 200
        patch([bio: 'fourth'], ['If-Match': '*']).status == 200
    }

    def "of fifty who changed what they saw, on two nodes, one did"() {
        given:
        def seen = guest.get('/api/me').header('etag')

        when:
        def answers = Crowd.of(50) { i -> guest.at(nodes[i % 2]).send('PATCH', '/api/me',
            JsonOutput.toJson([bio: "number $i".toString()]).bytes, ['Content-Type': 'application/json', 'If-Match': seen]) }

        then:
        answers.count { it.status == 200 } == 1
        answers.count { it.status == 412 } == 49
    }

    def "who has it already is told so"() {
        given:
        def tag = guest.get('/api/me').header('etag')

        expect:
        guest.get('/api/me', ['If-None-Match': header.replace('#', tag)]).status == status

        where:
        header           || status
        '#'              || 304
        'W/#'            || 304
        '"x", #'         || 304
        '*'              || 304
        '"x"'            || 200
    }

    def "anybody sees what a person tells, and no more"() {
        given:
        patch([bio: 'Reads.', website: 'https://ayu.example', locale: 'id'])

        when:
        def seen = visitor(1).get("/api/users/${account.username.toUpperCase()}")

        then:
        seen.status == 200
        seen.body.keySet() == ['id', 'username', 'display_name', 'bio', 'website', 'followers', 'following', 'created_at'] as Set
        visitor(1).get("/api/users/$account.username", ['If-None-Match': seen.header('etag')]).status == 304
    }

    def "nobody is found who is not there: #name"() {
        expect:
        with(visitor().get("/api/users/$name")) {
            status == 404
            body.code == 'not_found'
        }

        where:
        name << ['nobody-of-that-name', 'x', '@@@', 'a' * 300]
    }

    def "only who is somebody can tell something about themselves"() {
        expect:
        visitor().send('PATCH', '/api/me', '{"bio":"x"}'.bytes, ['Content-Type': 'application/json']).status == 401
    }

    private Answer patch(Map<String, ?> json, Map<String, String> headers = [:]) {
        guest.send('PATCH', '/api/me', JsonOutput.toJson(json).bytes, ['Content-Type': 'application/json'] + headers)
    }
}

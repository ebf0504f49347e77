package dev.beranda.bootstrap.journey

import dev.beranda.domain.fixture.SoftKey
import groovy.json.JsonOutput

/** What a client does whose answer got lost: it asks again by the same key. */
class AskingAgainIT extends JourneySpecification implements Newsroom {

    static final REGISTER = '/api/auth/register'

    def tag = UUID.randomUUID().toString().replace('-', '').substring(0, 12)
    def account = [email: "p$tag@example.com" as String, username: "p$tag" as String, password: "quiet river $tag".reverse()]
    def key = ['Idempotency-Key': UUID.randomUUID().toString()]

    def "of fifty who ask at once by one key, on two nodes, one is served and all are told the same: #round"() {
        when:
        def answers = Crowd.of(50) { i -> visitor(i % 2).post(REGISTER, account, key) }

        then:
        answers*.status.toSet() == [201] as Set
        answers*.text.toSet().size() == 1
        answers*.type.toSet() == ['application/json'] as Set
        letters().size() == 1

        where:
        round << (1..5)
    }

    def "whoever asks later is told the same, on any node, whatever became of it"() {
        given:
        def first = visitor().post(REGISTER, account, key)

        expect:
        first.status == 201
        visitor(1).post(REGISTER, account, key).text == first.text
        visitor(1).post("$REGISTER/", account, key).text == first.text

        and: "without the key it is another request"
        visitor().post(REGISTER, account).status == 409
    }

    def "a refusal is an answer too"() {
        given:
        visitor().post(REGISTER, account)

        when:
        def answers = (0..1).collect { visitor(it).post(REGISTER, account, key) }

        then:
        answers*.status == [409, 409]
        answers*.text.toSet().size() == 1
        answers*.type.toSet() == ['application/problem+json'] as Set
        answers[0].body.code == 'email_taken'
    }

    def "the same key with another body is refused, and does nothing"() {
        given:
        visitor().post(REGISTER, account, key)

        when:
        def answer = visitor(1).post(REGISTER, account + [username: "q$tag" as String, email: "q$tag@example.com" as String], key)

        then:
        answer.status == 422
        answer.body.code == 'idempotency_key_reused'
        visitor().post(REGISTER, account + [username: "q$tag" as String, email: "q$tag@example.com" as String]).status == 201
    }

    def "the same fields in another form are another body"() {
        given:
        visitor().post(REGISTER, account, key)

        expect:
        visitor().postRaw(REGISTER, JsonOutput.prettyPrint(JsonOutput.toJson(account)).bytes, ['Content-Type': 'application/json'] + key).body.code == 'idempotency_key_reused'
    }

    def "of fifty who send one post by one key, on two nodes, one is written and all are told where it is: #round"() {
        given:
        def ayu = author()
        def post = [title: unheardOf('Hujan lagi'), body_markdown: '# Satu']

        when:
        def answers = Crowd.of(50) { i -> ayu.at(nodes[i % 2]).post('/api/posts', post, key) }

        then:
        answers*.status.toSet() == [201] as Set
        answers*.text.toSet().size() == 1
        answers.collect { [it.header('location'), it.header('etag')] }.toSet().size() == 1
        answers[0].header('location') == "/api/posts/${answers[0].body.slug}"
        answers[0].header('etag')
        ayu.get('/api/posts?status=draft&limit=100').body.items*.id == [answers[0].body.id]
        ayu.get(answers[0].header('location')).text == answers[0].text

        where:
        round << (1..3)
    }

    def "nobody says themselves what their body is"() {
        given:
        def lie = key + ['X-Beranda-Body': 'the same']
        visitor().post(REGISTER, account, lie)

        expect:
        visitor().post(REGISTER, account + [email: "q$tag@example.com" as String], lie).body.code == 'idempotency_key_reused'
        visitor().post(REGISTER, account, key).status == 201
    }

    def "a key is one's own: another who makes up the same one is served as well"() {
        given:
        def people = (0..1).collect { visitor(it).with { logIn(register()); it } }
        def keys = people.collect { person ->
            new SoftKey(PasskeyIT.PAGE).make(person.post('/api/auth/passkeys/register/options', [:]).body)
        }

        when:
        def answers = [people, keys].transpose().collect { person, made -> person.post('/api/auth/passkeys/register', made, key) }
        def again = [people, keys].transpose().collect { person, made -> person.post('/api/auth/passkeys/register', made, key) }

        then:
        answers*.status == [201, 201]
        answers*.text.toSet().size() == 2
        again*.text == answers*.text
    }

    def "no key that could stand for another: #what"() {
        when:
        def answer = visitor().post(REGISTER, account, ['Idempotency-Key': bad])

        then:
        answer.status == 400
        answer.body.code == 'idempotency_key_invalid'

        where:
        what         | bad
        'empty'      | ''
        'too long'   | 'x' * 256
        'only space' | '   '
    }

    def "a key of the greatest length is one"() {
        given:
        def longest = ['Idempotency-Key': 'x' * 200 + tag.padRight(55, 'y')]

        expect:
        visitor().post(REGISTER, account, longest).status == 201
        visitor().post(REGISTER, account, longest).status == 201
    }

    def "what is kept cannot be read, and says no password"() {
        when:
        visitor().post(REGISTER, account, key)

        then:
        def rows = Town.sharedDatabase().with { database ->
            database.connect(database.superuser()).withCloseable { connection ->
                def result = connection.createStatement().executeQuery('select k::text from kept_answer k')
                def texts = []
                while (result.next()) {
                    texts << result.getString(1)
                }
                texts
            }
        }
        rows
        !rows.any { it.contains(account.password) || it.contains(key.values().first()) }
    }

    def "the description says where one may ask again"() {
        expect:
        description(nodes[0]).operation('POST', REGISTER).get('parameters').any { it.get('name').asText() == 'Idempotency-Key' && it.get('in').asText() == 'header' }
    }

    private List letters() {
        Town.POSTMAN.awaitTo(account.email, 'confirm-email')
        Town.POSTMAN.to(account.email)
    }
}

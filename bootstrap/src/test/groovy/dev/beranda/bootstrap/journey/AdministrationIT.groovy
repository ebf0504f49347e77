package dev.beranda.bootstrap.journey

import dev.beranda.application.administration.ChangeAuthority
import dev.beranda.domain.shared.BasedOn
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.shared.Origin
import dev.beranda.domain.shared.Role
import dev.beranda.domain.user.Actor
import dev.beranda.domain.user.UserId
import dev.beranda.postgres.TestDatabase
import groovy.json.JsonOutput
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

import static dev.beranda.bootstrap.journey.JourneySpecification.withinASecond

/** What administrators do, on two nodes of a house of their own: nobody else is administrator here. */
class AdministrationIT extends Specification {

    static final PASSWORD = 'three unrelated words'

    @Shared
    @AutoCleanup
    TestDatabase database = TestDatabase.fresh()

    @Shared
    List<Town.Node> nodes

    @Shared
    Visitor admin

    @Shared
    String adminId

    def setupSpec() {
        def settings = Town.POSTMAN.settings + [BERANDA_ADMIN_EMAIL: 'boss@example.com', BERANDA_ADMIN_PASSWORD: PASSWORD]
        nodes = [1, 2].collect { Town.open(database, settings) }
        admin = visitor()
        comeIn(admin, 'boss@example.com', PASSWORD)
        adminId = admin.get('/api/me').body.id
    }

    def cleanupSpec() {
        nodes.each { Town.close(it) }
    }

    def "who is no administrator gets nowhere: #role"() {
        given:
        def person = newcomer(role)

        when:
        def answers = doors(person.id).collect { it(person.visitor) }

        then:
        answers*.status.toSet() == [403] as Set
        answers*.body*.code.toSet() == ['forbidden'] as Set

        where:
        role << ['reader', 'author', 'editor']
    }

    def "nobody gets nowhere either"() {
        when:
        def answers = doors(adminId).collect { it(visitor(1)) }

        then:
        answers*.status.toSet() == [401] as Set
        answers*.body*.code.toSet() == ['unauthenticated'] as Set
    }

    def "an account is shown with its version, and not again to who has it"() {
        given:
        def person = newcomer()

        when:
        def answer = admin.get("/api/admin/users/$person.id")

        then:
        answer.status == 200
        answer.header('etag') == '"0"'
        answer.body.keySet() == ['id', 'username', 'email', 'email_verified', 'display_name', 'role', 'disabled', 'created_at', 'version'] as Set
        answer.body.username == person.account.username
        answer.body.version == 0
        admin.get("/api/admin/users/$person.id", ['If-None-Match': '"0"']).status == 304
    }

    def "who is not there cannot be looked at or acted on: #id"() {
        when:
        def answers = doors(id).drop(2).collect { it(admin) }

        then:
        answers*.status.toSet() == [404] as Set

        where:
        id << [UUID.randomUUID().toString(), 'nobody', '1']
    }

    def "another role takes effect on the tokens that are out, on both nodes, and the ETag is the new one"() {
        given:
        def person = newcomer()

        when:
        def answer = admin.at(nodes[1].uri).patch("/api/admin/users/$person.id", [role: 'editor'], ['If-Match': '"0"'])

        then:
        answer.status == 200
        answer.body.role == 'editor'
        answer.body.version == 1
        answer.header('etag') == '"1"'
        admin.get("/api/admin/users/$person.id").header('etag') == '"1"'
        nodes.each { node -> withinASecond { person.visitor.at(node.uri).get('/api/me').status == 401 } }

        and:
        comeIn(person.visitor, person.account.email, person.account.password).user.role == 'editor'
    }

    def "who is shut out is out on both nodes, until they are let in again"() {
        given:
        def person = newcomer()

        when:
        def answer = admin.patch("/api/admin/users/$person.id", [disabled: true])

        then:
        answer.status == 200
        answer.body.disabled
        nodes.each { node -> withinASecond { person.visitor.at(node.uri).get('/api/me').status == 401 } }
        visitor().post('/api/auth/login', [email: person.account.email, password: person.account.password]).body.code == 'account_disabled'

        when:
        admin.patch("/api/admin/users/$person.id", [disabled: false])

        then:
        comeIn(person.visitor, person.account.email, person.account.password)
    }

    def "who lost their phone gets back in with an administrator's help, and it is written down"() {
        given:
        def person = newcomer()
        def phone = new Phone(person.visitor.post('/api/auth/mfa/totp', [:]).body.secret)
        assert person.visitor.post('/api/auth/mfa/totp/confirm', [code: phone.code()]).status == 200

        expect:
        visitor().post('/api/auth/login', [email: person.account.email, password: person.account.password]).body.mfa_required
        admin.delete("/api/admin/users/$person.id/mfa").status == 204
        nodes.each { node -> withinASecond { person.visitor.at(node.uri).get('/api/me').status == 401 } }
        comeIn(person.visitor, person.account.email, person.account.password)
        Town.POSTMAN.awaitSubject(person.account.email, 'is off')

        and:
        with(admin.get("/api/admin/audit?subject=$person.id").body.items.first()) {
            action == 'user.second_factor_removed'
            before == [second_factor: true]
            after == [second_factor: false]
        }

        and: "not twice, and not from oneself"
        admin.delete("/api/admin/users/$person.id/mfa").body.code == 'mfa_not_on'
        admin.delete("/api/admin/users/$adminId/mfa").body.code == 'forbidden'
    }

    def "who decided on an old version is told so, and nothing changes"() {
        given:
        def person = newcomer()
        admin.patch("/api/admin/users/$person.id", [role: 'author'])

        expect:
        with(admin.patch("/api/admin/users/$person.id", [role: 'admin'], ['If-Match': tag])) {
            status == 412
            body.code == 'stale'
        }
        admin.get("/api/admin/users/$person.id").body.role == 'author'
        admin.patch("/api/admin/users/$person.id", [:], ['If-Match': '"1"']).status == 200
        admin.patch("/api/admin/users/$person.id", [:], ['If-Match': '*']).status == 200

        where:
        tag << ['"0"', 'W/"1"', '1', '"2", "3"']
    }

    def "what will not do is named: #json"() {
        when:
        def answer = admin.patch("/api/admin/users/$adminId", json)

        then:
        answer.status == status
        answer.flaws == flaws

        where:
        json                              || status | flaws
        [role: 'root']                    || 422    | [role: ['role_unknown']]
        [role: 7, disabled: 'true']       || 422    | [role: ['not_text'], disabled: ['not_boolean']]
        [role: 'reader', authority: 9]    || 400    | [authority: ['unknown_field']]
    }

    def "an administrator neither demotes nor shuts out themselves: #json"() {
        expect:
        with(admin.patch("/api/admin/users/$adminId", json)) {
            status == 403
            body.code == 'forbidden'
        }

        where:
        json << [[role: 'reader'], [disabled: true]]
    }

    def "who is to choose a new password is out everywhere and gets the letter for it"() {
        given:
        def person = newcomer()

        when:
        def answer = admin.send('POST', "/api/admin/users/$person.id/password-reset", null, [:])

        then:
        answer.status == 202
        answer.text == ''
        nodes.each { node -> withinASecond { person.visitor.at(node.uri).get('/api/me').status == 401 } }
        visitor().post('/api/auth/login', person.account.subMap('email', 'password')).status == 401

        when:
        def mail = Town.POSTMAN.awaitTo(person.account.email, 'reset-password')

        then:
        visitor(1).post('/api/auth/password/reset', [token: mail.token, password: 'empat kata tanpa kaitan']).status == 204
    }

    def "an administrator logs somebody out of every device"() {
        given:
        def person = newcomer()
        def phone = visitor(1)
        comeIn(phone, person.account.email, person.account.password)

        when:
        def answer = admin.delete("/api/admin/users/$person.id/sessions")

        then:
        answer.status == 204
        [person.visitor, phone].each { device -> withinASecond { device.get('/api/me').status == 401 } }
        comeIn(phone, person.account.email, person.account.password)
    }

    def "every act stands in the log: who, what, when, from where"() {
        given:
        def person = newcomer()
        def path = "/api/admin/users/$person.id".toString()
        def began = now()

        when:
        def requests = [
                admin.patch(path, [role: 'author', disabled: true]),
                admin.patch(path, [disabled: true]),
                admin.patch(path, [disabled: false]),
                admin.send('POST', "$path/password-reset", null, [:]),
                admin.delete("$path/sessions"),
        ]*.header('x-request-id')
        def log = admin.at(nodes[1].uri).get("/api/admin/audit?subject=$person.id&count=true").body

        then:
        log.total == 5
        log.containsKey('next_cursor') && log.next_cursor == null
        log.items.reverse().collect { [it.action, it.before, it.after] } == [
                ['user.role_assigned', [role: 'reader'], [role: 'author']],
                ['user.disabled', [disabled: false], [disabled: true]],
                ['user.enabled', [disabled: true], [disabled: false]],
                ['user.password_reset_ordered', [sessions: 1], [sessions: 0]],
                ['user.sessions_ended', [sessions: 0], [sessions: 0]]]
        log.items.reverse()*.request_id == [requests[0], requests[0], requests[2], requests[3], requests[4]]
        log.items*.actor.toSet() == [adminId] as Set
        log.items*.subject.toSet() == [person.id] as Set
        log.items*.address.toSet() == ['127.0.0.1'] as Set
        log.items.every { it.at >= began && it.at <= now() }

        and: "and is found by what is asked"
        admin.get("/api/admin/audit?subject=$person.id&action=user.enabled").body.items.size() == 1
        admin.get("/api/admin/audit?subject=$person.id&actor=$adminId&from=$began").body.items.size() == 5
        admin.get("/api/admin/audit?subject=$person.id&to=$began").body.items == []
        admin.get("/api/admin/audit?actor=$person.id").body.items == []
    }

    def "people are found by what they are called, their role and whether they are shut out"() {
        given:
        def tag = 'q' + UUID.randomUUID().toString().take(8)
        def one = newcomer('author', [username: "${tag}_one".toString()])
        def two = newcomer('reader', [display_name: "The ${tag.toUpperCase()} two".toString()])
        admin.patch("/api/admin/users/$two.id", [disabled: true])

        expect:
        ids("q=$tag&sort=created_at") == [one.id, two.id]
        ids("q=$tag&sort=registered_at") == [one.id, two.id]
        ids("q=$tag&sort=-created_at") == [two.id, one.id]
        ids("q=$tag") == [two.id, one.id]
        ids("q=${tag}_") == [one.id]
        ids("q=$tag&role=author") == [one.id]
        ids("q=$tag&disabled=true") == [two.id]
        ids("q=$tag&role=&disabled=&sort=&cursor=&limit=").size() == 2
        ids("q=$tag%25") == []
        admin.get("/api/admin/users/?q=$tag&limit=1&count=true").body.total == 2
    }

    def "the pages of a list skip nobody and repeat nobody while others come: #sort"() {
        given:
        def tag = 'page' + UUID.randomUUID().toString().replace('-', '').take(6)
        def known = (1..5).collect { newcomer('reader', [username: "$tag-${it * 10}".toString()]).id }

        when:
        def seen = []
        def path = "/api/admin/users?q=$tag&sort=$sort&limit=2"
        while (path) {
            def page = admin.at(nodes[seen.size().intdiv(2) % 2].uri).get(path)
            assert page.status == 200
            seen.addAll(page.body.items*.id)
            if (seen.size() < 5) {
                [15, 35, 99].each { newcomer('reader', [username: "$tag-$it-${seen.size()}".toString()]) }
            }
            path = (page.header('link') =~ /<([^>]+)>; rel="next"/).with { it ? it[0][1] : null }
            assert (path == null) == (page.body.next_cursor == null)
        }

        then:
        seen.size() == seen.toSet().size()
        seen.findAll { it in known } == (sort.startsWith('-') ? known.reverse() : known)

        where:
        sort << ['username', '-username', 'registered_at', '-registered_at']
    }

    def "a cursor is good for its own list and no other: #what"() {
        given:
        newcomer()
        def cursor = admin.get('/api/admin/users?limit=1&sort=email').body.next_cursor

        when:
        def answer = admin.get(path(cursor))

        then:
        answer.status == 400
        answer.body.code == 'invalid_cursor'

        where:
        what             | path
        'another order'  | { "/api/admin/users?limit=1&sort=-email&cursor=$it" }
        'no order'       | { "/api/admin/users?limit=1&cursor=$it" }
        'another filter' | { "/api/admin/users?limit=1&sort=email&role=reader&cursor=$it" }
        'another list'   | { "/api/admin/audit?limit=1&cursor=$it" }
        'a changed one'  | { "/api/admin/users?limit=1&sort=email&cursor=${it[0] == 'A' ? 'B' : 'A'}${it.substring(1)}" }
        'a cut one'      | { "/api/admin/users?limit=1&sort=email&cursor=${it[0..-2]}" }
        'an invented'    | { '/api/admin/users?sort=email&cursor=eyJpZCI6MX0' }
    }

    def "a list that cannot be is refused: #query"() {
        when:
        def answer = admin.get("/api/admin/users?$query")

        then:
        answer.status == status
        answer.body.code == code

        where:
        query                         || status | code
        'limit=0'                     || 400    | 'invalid_limit'
        'limit=101'                   || 400    | 'invalid_limit'
        'limit=-1'                    || 400    | 'invalid_limit'
        'limit=1e1'                   || 400    | 'invalid_limit'
        'limit=99999999999'           || 400    | 'invalid_limit'
        'sort=password_hash'          || 400    | 'invalid_sort'
        'sort=--email'                || 400    | 'invalid_sort'
        'expand=sessions'             || 400    | 'unknown_field'
        'role=root'                   || 422    | 'validation_failed'
        'role=reader&role=admin'      || 422    | 'validation_failed'
        'disabled=maybe'              || 422    | 'validation_failed'
        'count=1'                     || 422    | 'validation_failed'
        'q=a%00b'                     || 422    | 'validation_failed'
    }

    def "a look into the log that cannot be is refused: #query"() {
        when:
        def answer = admin.get("/api/admin/audit?$query")

        then:
        answer.status == 422
        answer.flaws == flaws

        where:
        query                            || flaws
        'actor=boss'                     || [actor: ['id_invalid']]
        'from=yesterday&to=999999999999' || [from: ['time_invalid'], to: ['time_invalid']]
        'from=%2B1000000-01-01T00:00:00Z' || [from: ['time_invalid']]
    }

    def "whoever is to be forgotten is out, may think better of it unless shut out, and is called back by an administrator"() {
        given:
        def person = newcomer()
        def path = "/api/admin/users/$person.id".toString()

        when:
        def answer = admin.delete(path, ['If-Match': '"0"'])

        then:
        answer.status == 202
        admin.get(path).body.leaves_at == answer.body.leaves_at
        admin.delete(path).body == answer.body
        admin.delete(path, ['If-Match': '"0"']).body.code == 'stale'
        nodes.each { node -> withinASecond { person.visitor.at(node.uri).get('/api/me').status == 401 } }

        when:
        def mail = Town.POSTMAN.awaitTo(person.account.email, 'keep-account')
        admin.patch(path, [disabled: true])

        then:
        visitor(1).post('/api/auth/account/keep', [token: mail.token]).body.code == 'ticket_not_valid'
        admin.delete("$path/erasure").status == 204
        admin.delete("$path/erasure").status == 204
        !admin.get(path).body.leaves_at
        admin.get("/api/admin/audit?subject=$person.id").body.items*.action.reverse() == [
                'user.erasure_ordered', 'user.disabled', 'user.erasure_called_off']
    }

    def "the last administrator cannot leave; of two who leave at once, one can: #round"() {
        given:
        def leave = { Visitor visitor, String password -> visitor.send('DELETE', '/api/me',
                JsonOutput.toJson([password: password]).bytes, ['Content-Type': 'application/json']) }

        expect:
        leave(admin, PASSWORD).body.code == 'last_admin'

        when:
        def other = newcomer('admin')
        def answers = Crowd.of(2) { i -> i == 0
                ? leave(admin, PASSWORD)
                : leave(other.visitor.at(nodes[1].uri), other.account.password) }

        then:
        answers*.status.sort() == [202, 409]

        cleanup:
        if (answers[0].status == 202) {
            assert other.visitor.delete("/api/admin/users/$adminId/erasure").status == 204
        }
        restore(other)

        where:
        round << (1..5)
    }

    def "two administrators who end each other at once leave exactly one: #round"() {
        given:
        def other = newcomer('admin')
        def ending = round % 2 ? [role: 'reader'] : [disabled: true]

        when:
        def answers = Crowd.of(2) { i ->
            i == 0 ? admin.patch("/api/admin/users/$other.id", ending) : other.visitor.at(nodes[1].uri).patch("/api/admin/users/$adminId", ending)
        }

        then:
        answers.count { it.status == 200 } == 1
        answers.find { it.status != 200 }.with { it.status == 401 || it.status == 409 && it.body.code == 'last_admin' }
        administrators().size() == 1

        cleanup:
        restore(other)

        where:
        round << (1..10)
    }

    def "so they do when both were let in before: #round"() {
        given:
        def other = newcomer('admin')
        def pair = [adminId, other.id]

        when:
        def outcomes = Crowd.of(2) { i -> demote(nodes[i], pair[i], pair[1 - i]) }

        then:
        outcomes*.class.toSet() == [ChangeAuthority.Outcome.Done, ChangeAuthority.Outcome.LastAdministrator] as Set
        administrators().size() == 1

        cleanup:
        restore(other)

        where:
        round << (1..10)
    }

    Object demote(Town.Node node, String by, String whom) {
        node.house.application().getBean(ChangeAuthority).change(new ChangeAuthority.Command(
                new Actor(new UserId(UUID.fromString(by)), Role.ADMIN),
                new Origin(new ClientAddress('192.0.2.1', '192.0.2.1'), 'race'),
                new UserId(UUID.fromString(whom)), new BasedOn.Any(), Role.READER, null))
    }

    /** Whoever was left lets the first one in again; then it is as before. */
    void restore(Map other) {
        if (administrators() == [other.id]) {
            comeIn(other.visitor, other.account.email, other.account.password)
            assert other.visitor.patch("/api/admin/users/$adminId", [role: 'admin', disabled: false]).status == 200
        }
        comeIn(admin, 'boss@example.com', PASSWORD)
        assert admin.patch("/api/admin/users/$other.id", [role: 'reader']).status == 200
    }

    List<String> administrators() {
        database.connect(database.owner()).withCloseable { connection ->
            def rows = connection.createStatement().executeQuery("select id from app_user where role = 'admin' and not disabled")
            def found = []
            while (rows.next()) {
                found << rows.getString(1)
            }
            found
        }
    }

    List<Closure<Answer>> doors(String id) {
        [
                { it.get('/api/admin/users') },
                { it.get('/api/admin/audit') },
                { it.get("/api/admin/users/$id") },
                { it.patch("/api/admin/users/$id", [role: 'admin']) },
                { it.send('POST', "/api/admin/users/$id/password-reset", null, [:]) },
                { it.delete("/api/admin/users/$id/sessions") },
                { it.delete("/api/admin/users/$id/mfa") },
                { it.delete("/api/admin/users/$id") },
                { it.delete("/api/admin/users/$id/erasure") },
        ]
    }

    List<String> ids(String query) {
        def answer = admin.get("/api/admin/users?$query")
        assert answer.status == 200: answer
        answer.body.items*.id
    }

    /** Somebody who has just come in, with that role. */
    Map newcomer(String role = 'reader', Map<String, String> wishes = [:]) {
        def visitor = visitor()
        def account = visitor.register(wishes)
        def id = comeIn(visitor, account.email, account.password).user.id
        if (role != 'reader') {
            assert admin.patch("/api/admin/users/$id", [role: role]).status == 200
            comeIn(visitor, account.email, account.password)
        }
        [visitor: visitor, account: account, id: id]
    }

    static Map comeIn(Visitor visitor, String email, String password) {
        visitor.access = null
        def answer = visitor.post('/api/auth/login', [email: email, password: password])
        assert answer.status == 200: answer
        visitor.access = answer.body.access
        answer.body
    }

    Visitor visitor(int node = 0) {
        new Visitor(nodes[node].uri, JourneySpecification.description(nodes[0].uri))
    }

    static String now() {
        java.time.Instant.now().toString()
    }
}

package dev.beranda.bootstrap.journey

import dev.beranda.application.privacy.EraseLeaver
import dev.beranda.domain.user.UserId
import dev.beranda.postgres.TestDatabase
import groovy.json.JsonOutput
import groovy.json.JsonSlurperClassic
import java.time.Duration
import java.time.Instant
import java.util.zip.ZipInputStream
import org.jooq.impl.DSL

/** What people can ask of a house that knows things about them: to see all of it, and to be forgotten. */
class DataRightsIT extends JourneySpecification {

    static final JSON = ['Content-Type': 'application/json']

    def postman = Town.POSTMAN
    def guest = visitor()
    def account = guest.register()
    def login = guest.logIn(account)

    def "everything is there, in one document, and no secret in it"() {
        given:
        visitor().post('/api/auth/magic-link', [email: account.email])
        def mail = postman.awaitTo(account.email, 'log-in')
        Town.allow(account.email, role: 'AUTHOR')
        guest.logIn(account, ['User-Agent': 'Canary/7'])

        when:
        def answer = guest.at(nodes[1]).get('/api/me/export', [Accept: 'application/json'])

        then:
        answer.status == 200
        answer.type == 'application/json'
        answer.header('content-disposition') == 'attachment; filename="beranda-export.json"'
        answer.header('cache-control') == 'no-store'
        answer.body.user.account*.email == [account.email]
        with(answer.body) {
            credential.passwords.size() == 1
            credential.passwords[0].keySet() == ['set_at'] as Set
            session.sessions*.user_agent.contains('Canary/7')
            letter.tickets*.purpose.toSet() == ['confirm_email', 'log_in'] as Set
            outbox.history*.type.containsAll(['user.registered', 'session.opened', 'user.role_changed', 'letter.ticket_wanted'])
            audit.done_by_others*.action == ['user.role_assigned']
            audit.done_by_others[0].after == [role: 'author']
        }
        [login.refresh, guest.access, mail.token, mail.code, account.password, 'argon2', 'hash'].every { !answer.text.contains(it) }
    }

    def "or a ZIP, with a document for each feature: #accept"() {
        when:
        def (headers, documents) = download(accept)

        then:
        headers['content-type'] == ['application/zip']
        headers['content-disposition'] == ['attachment; filename="beranda-export.zip"']
        documents.keySet() as List == ['activity.json', 'credential.json', 'letter.json', 'outbox.json', 'session.json', 'user.json']
        documents['user.json'].account*.username == [account.username]
        documents['session.json'].sessions.size() == 1

        where:
        accept << [[:], [Accept: '*/*'], [Accept: 'application/zip'], [Accept: 'application/zip, application/json']]
    }

    def "what can be had in no other way is said"() {
        expect:
        guest.get('/api/me/export', [Accept: 'text/csv']).status == 406
        visitor().get('/api/me/export').status == 401
        new File(System.getProperty('java.io.tmpdir')).list().every { !it.startsWith('beranda-export') }
    }

    def "who leaves is out on both nodes at once, nobody sees them, and no door opens but to stay"() {
        given:
        def phone = visitor(1)
        def second = phone.logIn(account)

        when:
        def answer = leave()

        then:
        answer.status == 202
        Duration.between(Instant.now(), Instant.parse(answer.body.leaves_at)).toDays() in [13L, 14L]
        [guest, phone].each { device -> nodes.each { node -> withinASecond { device.at(node).get('/api/me').status == 401 } } }
        visitor().post('/api/auth/token/refresh', [refresh: second.refresh]).status == 401
        visitor().get("/api/users/$account.username").status == 404

        and: "whoever does not know the password learns nothing, whoever does learns until when"
        visitor().post('/api/auth/login', [email: account.email, password: 'not the password']).body.code == 'invalid_credentials'
        with(visitor(1).post('/api/auth/login', [email: account.email, password: account.password])) {
            status == 403
            body.code == 'account_leaving'
            body.leaves_at == answer.body.leaves_at
        }

        and: "the names stay taken for as long"
        visitor().post('/api/auth/register', [email: account.email, password: 'empat kata tanpa kaitan']).flaws.email == ['email_taken']
    }

    def "a session that was opened at the very moment one left is of no use"() {
        given:
        byHand("update app_user set leaves_at = now() + interval '1 day' where id = '$login.user.id'")

        expect:
        visitor(1).post('/api/auth/token/refresh', [refresh: login.refresh]).status == 401
        nodes.each { node -> withinASecond { guest.at(node).get('/api/me').status == 401 } }
    }

    def "the letter keeps the account, by the link or by the digits, once, whatever was asked since"() {
        given:
        leave()
        def mail = postman.awaitTo(account.email, 'keep-account')

        expect: "to open the page does nothing"
        visitor().get('/links/keep-account').status == 200
        visitor().post('/api/auth/login', [email: account.email, password: account.password]).status == 403

        when:
        def answer = visitor(1).post('/api/auth/account/keep', kind == 'link' ? [token: mail.token] : [email: account.email, code: mail.code])

        then:
        answer.status == 200
        answer.body == [:]
        visitor().post('/api/auth/account/keep', [token: mail.token]).body.code == 'ticket_not_valid'
        postman.awaitSubject(account.email, /(?i)account is kept/)

        and: "nobody is in by that, but everybody may come in again"
        nodes.each { node -> withinASecond { guest.at(node).get('/api/me').status == 401 } }
        guest.logIn(account)
        guest.get('/api/me').status == 200
        guest.get('/api/me/security-log').body.items.find { it.kind == 'session.ended' }.reason == 'erasure'
        visitor().get("/api/users/$account.username").status == 200

        where:
        kind << ['link', 'digits']
    }

    def "who is leaving and asks for a way in is sent one to stay"() {
        given:
        leave()
        postman.awaitTo(account.email, 'keep-account')

        when:
        visitor().post(path, [email: account.email])
        def mail = postman.awaitTo(account.email, 'keep-account', 2)

        then:
        visitor().post('/api/auth/account/keep', [token: mail.token]).status == 200

        where:
        path << ['/api/auth/magic-link', '/api/auth/password/forgot']
    }

    def "who logs in to keep the account keeps it and is in"() {
        given:
        leave()

        when:
        def answer = visitor(1).post('/api/auth/login', [email: account.email, password: account.password, keep_account: true])

        then:
        answer.status == 200

        when:
        guest.access = answer.body.access

        then:
        nodes.every { guest.at(it).get('/api/me').status == 200 }
    }

    def "nobody leaves by mistake: #what"() {
        when:
        def answer = guest.send('DELETE', '/api/me', body.replace('#', account.password).bytes, JSON + headers)

        then:
        answer.status == status
        answer.body.code == code
        guest.get('/api/me').status == 200

        where:
        what              | body                            | headers               || status | code
        'wrong password'  | '{"password":"not the one"}'    | [:]                   || 422    | 'validation_failed'
        'no password'     | '{}'                            | [:]                   || 422    | 'validation_failed'
        'no text'         | '{"password":7}'                | [:]                   || 422    | 'validation_failed'
        'unknown field'   | '{"password":"x","user":"y"}'   | [:]                   || 400    | 'unknown_field'
        'old version'     | '{"password":"#"}'              | ['If-Match': '"99"']  || 412    | 'stale'
        'no JSON'         | 'password'                      | [:]                   || 400    | 'malformed_json'
    }

    def "without a body nobody leaves either"() {
        expect:
        guest.delete('/api/me').status in [400, 415, 422]
        visitor().send('DELETE', '/api/me', '{"password":"x"}'.bytes, JSON).status == 401
        guest.get('/api/me').status == 200
    }

    def "who has no password leaves a moment after they came in, and not later"() {
        given:
        byHand("delete from credential where user_id = '$login.user.id'")
        byHand("update session set opened_at = opened_at - interval '$ago' where user_id = '$login.user.id'")

        when:
        def answer = guest.send('DELETE', '/api/me', '{}'.bytes, JSON)

        then:
        answer.status == status
        answer.body.code == code

        where:
        ago         || status | code
        '9 minutes' || 202    | null
        '11 minutes' || 403   | 'fresh_login_needed'
    }

    def "when the time is up nothing is left, on either node, and the names are free"() {
        given:
        visitor().post('/api/auth/magic-link', [email: account.email])
        def old = postman.awaitTo(account.email, 'log-in')
        leave()
        def keep = postman.awaitTo(account.email, 'keep-account')
        def id = login.user.id

        expect:
        erase(id) instanceof EraseLeaver.Outcome.NotNow

        when:
        timeIsUp(id)
        def outcomes = Crowd.of(2) { node -> erase(id, node) }

        then:
        outcomes.count { it instanceof EraseLeaver.Outcome.Forgotten } == 1
        soon { traces(id) == ['outbox: user.forgotten'] }
        traces(account.email) == []
        nodes.each { node -> withinASecond { guest.at(node).get('/api/me').status == 401 } }

        and: "whoever tries is told what is told of those who never were"
        ['login', 'magic-link/login', 'password/reset', 'account/keep'].each { door ->
            def bodies = [
                    login             : [[email: account.email, password: account.password], [email: 'never@was.test', password: account.password]],
                    'magic-link/login': [[token: old.token], [token: 'x']],
                    'password/reset'  : [[email: account.email, code: '123456', password: 'empat kata tanpa kaitan'], [email: 'never@was.test', code: '123456', password: 'empat kata tanpa kaitan']],
                    'account/keep'    : [[token: keep.token], [token: 'x']],
            ][door]
            def (one, other) = bodies.collect { visitor(1).post("/api/auth/$door", it) }
            assert one.status == other.status
            assert one.text.replace(one.body.request_id, '') == other.text.replace(other.body.request_id, '')
        }
        visitor().get("/api/users/$account.username").status == 404

        and: "no letter follows them, and they may come anew"
        def letters = postman.to(account.email).size()
        visitor().post('/api/auth/magic-link', [email: account.email]).status == 202
        def anew = visitor().post('/api/auth/register', account)
        anew.status == 201
        anew.body.user.id != id
        postman.awaitTo(account.email, 'confirm-email', 2)
        postman.to(account.email).size() == letters + 1
    }

    def "who followed and was followed, moved, administered, and registered by a key that they may ask again with, leaves no trace either"() {
        given: "somebody with a past"
        def person = visitor()
        def former = [email: "former-${UUID.randomUUID()}@example.com".toString(), username: "f${UUID.randomUUID().toString().takeRight(12)}".toString(), password: 'tiga kata tanpa kaitan']
        def key = ['Idempotency-Key': UUID.randomUUID().toString()]
        def registered = person.post('/api/auth/register', former, key)
        def id = registered.body.user.id
        person.logIn(former)
        visitor().post('/api/auth/password/forgot', [email: former.email])
        def moved = former + [email: "now-${UUID.randomUUID()}@example.com".toString()]
        person.post('/api/me/email', [email: moved.email, password: former.password])
        assert person.post('/api/auth/email/change', [token: postman.awaitTo(moved.email, 'change-email').token]).status == 200
        person.logIn(moved)
        [[person, account.username], [guest, former.username]].each { who, whom -> assert who.send('POST', "/api/users/$whom/follow", null, [:]).status == 204 }
        Town.allow(moved.email, role: 'ADMIN')
        person.logIn(moved)
        assert person.patch("/api/admin/users/$login.user.id", [disabled: true]).status == 200
        assert person.patch("/api/admin/users/$login.user.id", [disabled: false]).status == 200
        byHand("update app_user set role = 'reader' where id = '$id'")

        expect: "the answer to their registration is theirs"
        registered.status == 201
        person.logIn(moved)
        person.get('/api/me/export', [Accept: 'application/json']).body.retry.kept_answers*.status == [201]
        traces(former.email).containsAll(['outbox: user.email_changed', 'outbox: letter.ticket_wanted', 'activity'])
        traces(id).containsAll(['outbox: readership.followed', 'outbox: user.disabled', 'kept_answer', 'follow'])

        when:
        person.send('DELETE', '/api/me', JsonOutput.toJson([password: former.password]).bytes, JSON)
        timeIsUp(id)
        erase(id)

        then:
        soon { traces(id) - 'audit_entry' == ['outbox: user.forgotten'] }
        [former.email, moved.email, former.username].collectMany { traces(it) } == []

        and: "what others did, and what was done to them, is told to them still"
        guest.logIn(account)
        guest.get('/api/me/export', [Accept: 'application/json']).body.outbox.history*.type.containsAll(['readership.followed', 'user.disabled', 'user.enabled'])

        and: "the same key is worth nothing any more"
        visitor().post('/api/auth/register', former, key).body.user.id != id
    }

    def "letters that wait for somebody who is forgotten are never sent"() {
        given:
        postman.awaitTo(account.email, 'confirm-email')
        def id = login.user.id
        byHand("""
                with e as (
                  insert into outbox (id, type, payload, occurred_at)
                  values (gen_random_uuid(), 'credential.password_changed', jsonb_build_object('user', '$id'), now()) returning id, position)
                insert into delivery (event_id, recipient, stream, position, due_at) select id, 'letters', '$id', position, now() + interval '1 hour' from e""")
        leave()
        timeIsUp(id)

        when:
        erase(id)

        then:
        soon { query("select count(*) from delivery where stream = '$id'") == [0] }
    }

    def "of fifty who leave and stay at once, on two nodes, nobody is half gone: #round"() {
        given:
        leave()
        def mail = postman.awaitTo(account.email, 'keep-account')
        def id = login.user.id
        timeIsUp(id)
        byHand("update ticket set expires_at = now() + interval '1 day' where user_id = '$id'")

        when:
        def outcomes = Crowd.of(20) { i ->
            i % 2
                    ? visitor(i % 4 == 1 ? 0 : 1).post('/api/auth/account/keep', [token: mail.token]).status
                    : erase(id, i % 4 == 0 ? 0 : 1).class.simpleName
        }

        then:
        outcomes.count { it == 200 || it == 'Forgotten' } == 1
        outcomes.every { it in [200, 400, 'Forgotten', 'NotNow'] }
        query("select count(*) from app_user where id = '$id'") == [outcomes.contains(200) ? 1 : 0]

        where:
        round << (1..5)
    }

    def "whatever somebody does at the moment they are forgotten, nothing of them comes back: #what"() {
        given:
        visitor().post('/api/auth/password/forgot', [email: account.email])
        def mail = postman.awaitTo(account.email, 'reset-password')
        def id = login.user.id
        byHand("update app_user set leaves_at = now() + interval '1 hour' where id = '$id'")
        byHand("update app_user set leaves_at = null where id = '$id'")
        def fresh = guest.logIn(account)
        byHand("update app_user set leaves_at = now() - interval '1 second' where id = '$id'")

        when:
        def statuses = Crowd.of(20) { i ->
            i == 0 ? erase(id).class.simpleName : act(visitor(i % 2), account, fresh, mail, i).status
        }

        then:
        erase(id) instanceof EraseLeaver.Outcome.NotNow
        query("select count(*) from app_user where id = '$id'") == [0]
        soon { traces(id) == ['outbox: user.forgotten'] }
        statuses.findAll { it != 'Forgotten' }.every { it in [200, 204, 400, 401, 403, 409, 503] }

        where:
        what      | act
        'login'   | { v, a, t, m, i -> v.post('/api/auth/login', [email: a.email, password: a.password]) }
        'refresh' | { v, a, t, m, i -> v.post('/api/auth/token/refresh', [refresh: t.refresh]) }
        'reset'   | { v, a, t, m, i -> v.post('/api/auth/password/reset', [token: m.token, password: "empat kata tanpa kaitan $i"]) }
    }

    def "where no time is given, nothing is left at once"() {
        given:
        def database = TestDatabase.fresh()
        def node = Town.open(database, postman.settings + [BERANDA_ERASURE_GRACE: '0'])
        def here = new Visitor(node.uri, description(nodes[0]))
        def somebody = here.register()
        here.logIn(somebody)

        when:
        def answer = here.send('DELETE', '/api/me', JsonOutput.toJson([password: somebody.password]).bytes, JSON)

        then:
        answer.status == 204
        withinASecond { here.get('/api/me').status == 401 }
        here.post('/api/auth/login', [email: somebody.email, password: somebody.password]).status == 401
        here.register(somebody)

        cleanup:
        node && Town.close(node)
        database?.close()
    }

    private Answer leave() {
        guest.send('DELETE', '/api/me', JsonOutput.toJson([password: account.password]).bytes, JSON)
    }

    private static EraseLeaver.Outcome erase(String id, int node = 0) {
        Town.beans(node).getBean(EraseLeaver).erase(new EraseLeaver.Command(new UserId(UUID.fromString(id))))
    }

    private static void timeIsUp(String id) {
        byHand("update app_user set leaves_at = now() - interval '1 second' where id = '$id'")
    }

    /** Every table that says this anywhere; of events it is told what they say. A key is a row's own text; bodies are bytes. */
    private static List<String> traces(String what) {
        query("select table_name from information_schema.tables where table_schema = 'public'").collectMany { table ->
            def says = table == 'outbox' ? "'outbox: ' || type" : "'$table'"
            query("select $says from \"$table\" t where t::text like '%$what%' or t::text like '%${what.getBytes('UTF-8').encodeHex()}%'")
        }.unique()
    }

    private static void byHand(String statement) {
        def database = Town.sharedDatabase()
        database.connect(database.superuser()).withCloseable { DSL.using(it).execute(statement) }
    }

    private static List query(String question) {
        def database = Town.sharedDatabase()
        database.connect(database.superuser()).withCloseable { DSL.using(it).fetchValues(question) }
    }

    private List download(Map<String, String> headers) {
        def (allHeaders, bytes) = guest.download('/api/me/export', headers)
        def documents = new LinkedHashMap<String, Object>()
        new ZipInputStream(new ByteArrayInputStream(bytes)).withCloseable { zip ->
            for (def entry = zip.nextEntry; entry; entry = zip.nextEntry) {
                documents[entry.name] = new JsonSlurperClassic().parseText(new String(zip.readAllBytes(), 'UTF-8'))
            }
        }
        [allHeaders, documents]
    }
}

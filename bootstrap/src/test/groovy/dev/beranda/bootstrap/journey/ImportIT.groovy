package dev.beranda.bootstrap.journey

import dev.beranda.postgres.TestDatabase
import groovy.json.JsonOutput
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Somebody moves in with everybody they had elsewhere: two nodes of a house of their own. */
class ImportIT extends Specification {

    static final PASSWORD = 'three unrelated words'
    static final PHRASE = 'correct horse battery'
    static final PATH = '/api/admin/users/import'
    static final LINES = ['Content-Type': 'application/x-ndjson']

    /** Each made by the software itself from one phrase. */
    static final HASHES = [
        'Django, PBKDF2'           : 'pbkdf2_sha256$1000$NaCl4salt$cgnOLqPJxB5J1ThYxUwwmnaMJKN15irHo2iv1obNbI0=',
        'Django, PBKDF2 with SHA-1': 'pbkdf2_sha1$1000$NaCl4salt$+KWznhRbyxHtNNG95q9PWeIFmYs=',
        'Django, bcrypt condensed'  : 'bcrypt_sha256$$2b$04$Th11WddKmv05lXgk/y.ghu5Mf4ZwqpEtHBKLEMcF4S.q.BQ4gBq3S',
        'Django, bcrypt'           : 'bcrypt$$2b$04$bZ/inrZ80DC6u9AMEwf/eeg86HBy/1FQYrhedqycFBY78f6zSRrw2',
        'Django, Argon2'           : 'argon2$argon2id$v=19$m=102400,t=2,p=8$TmFDbDRzYWx0TmFDbDRzYWx0$SpD4Q+wP/fnOKF+AeVsdtCWo9B4IgyFmBL2dGDvByhQ',
        'Django, scrypt'           : 'scrypt$16384$NaCl4salt$8$5$QH2Aj/NkK0q3KWh8AyUGjcqF7UKyuvCNsrigw/ga7Gzb/aW83Rl+VS33YwhYyga6xrQu982RwYaBfkEy6O7x/g==',
        'PHP and Laravel, bcrypt'  : '$2y$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS',
        'PHP, Argon2i'             : '$argon2i$v=19$m=1024,t=4,p=1$zj8hIlaRkIVqIYtbDBEJZg$WQRKHat/DAFOCxwzNS4UaT0J3qO3AipQUpo603O9edM',
        'Laravel, Argon2id'        : '$argon2id$v=19$m=65536,t=4,p=1$3M40WynMOZnaP9X5Yzi+QA$uCq4Pv7M8cKsq5LtzwpBWFKaw3hvsReNncJouYgckmc',
        'Node, bcryptjs'           : '$2b$04$xpbWiutEs7GM/cAXFlkNMeUOHJTHxxKLg9m5bVps0Y9q8/CYcIgdO',
        'Rust and others, $2a$'    : '$2a$04$Wbvj6hX1OAo3i2BVCPRKWehFvsU49tzHOENiuOlfhyK8X3y4m690m',
        'Node and Rust, Argon2id'  : '$argon2id$v=19$m=64,t=1,p=1$86YpERMztQjtbRbOWfW+yw$4mKD/b9U3mMV5F3DrX/EJTVxGiiS46+t+s05aQYtY/o',
        'Firebase'                 : '$fbscrypt$v=1,n=10,r=8,p=1,ss=Bw==,sk=jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==$42xEC+ixf3L2lw==$ibs9huSHr0fFYD4PLTsikxBnkIXlLRQynAeI/geb0SmdMbEgVIiHq3qlwOEwuyW14MMdJfh2DzU9WUV1oOmHqA==',
    ]

    @Shared
    @AutoCleanup
    TestDatabase database = TestDatabase.fresh()

    @Shared
    List<Town.Node> nodes

    @Shared
    Visitor admin

    def setupSpec() {
        def settings = Town.POSTMAN.settings + [BERANDA_ADMIN_EMAIL: 'boss@example.com', BERANDA_ADMIN_PASSWORD: PASSWORD]
        nodes = [1, 2].collect { Town.open(database, settings) }
        admin = visitor()
        admin.access = admin.post('/api/auth/login', [email: 'boss@example.com', password: PASSWORD]).body.access
    }

    def cleanupSpec() {
        nodes.each { Town.close(it) }
    }

    def "they come in with the password they had: #house"() {
        given:
        def email = fresh()

        when:
        def report = bring([email: email, password_hash: HASHES[house], email_verified: true])

        then:
        report.created == 1

        when: "a wrong one does not do, the right one does, on any node"
        def wrong = comeIn(email, PHRASE + ' ', 1)
        def right = comeIn(email, PHRASE, 1)

        then:
        wrong.status == 401
        right.status == 200
        right.body.user.id == report.rows[0].id
        right.body.user.email_verified

        and: "what is kept is hashed as today from then on, and the password is the same"
        hashOf(email).startsWith('$argon2id$v=19$m=47104,t=1,p=1$')
        comeIn(email, PHRASE).status == 200
        comeIn(email, 'another').status == 401

        where:
        house << HASHES.keySet()
    }

    def "letters that we would hash in another form open, too, and from then on in any form"() {
        given:
        def email = fresh()
        def typed = 'kopi\u00b3 susu \u2026 \u00bd cafe\u0301'
        bring([email: email, password_hash: 'pbkdf2_sha256$1000$NaCl4salt$r8/sSqkqtAJ4iZ3xQN8G8pXkTCr2F9vef57zbDHPK54='])

        expect:
        comeIn(email, typed).status == 200
        hashOf(email).startsWith('$argon2id$')
        comeIn(email, typed).status == 200
        comeIn(email, 'kopi3 susu ... 1\u20442 caf\u00e9').status == 200
        comeIn(email, 'kopi susu ... 1\u20442 caf\u00e9').status == 401
    }

    def "everything about them is as it was there, and is written down"() {
        given:
        def email = fresh()
        def name = email.takeBefore('@')

        when:
        def report = bring([email: email.toUpperCase(), email_verified: true, username: name, display_name: 'Ayu Lestari', role: 'editor',
                disabled: false, created_at: '2019-05-04T05:02:01+02:00', locale: 'id', password_hash: HASHES['Django, bcrypt']])
        def id = report.rows[0].id
        def person = admin.at(nodes[1].uri).get("/api/admin/users/$id").body

        then:
        person.subMap('email', 'email_verified', 'username', 'display_name', 'role', 'disabled', 'created_at') ==
                [email: email, email_verified: true, username: name, display_name: 'Ayu Lestari', role: 'editor', disabled: false, created_at: '2019-05-04T03:02:01Z']
        comeIn(name, PHRASE).body.user.locale == 'id'

        and:
        def entries = admin.get("/api/admin/audit?subject=$id").body.items
        entries*.action == ['user.imported']
        entries[0].after == [role: 'editor', disabled: false, email_verified: true, password: true]
        entries[0].before == [:]
    }

    def "who is brought along is not written to"() {
        given:
        def crowd = (1..20).collect { [email: fresh(), password_hash: HASHES['Django, bcrypt']] }
        def afterwards = visitor().register()

        when:
        bring(*crowd)
        visitor().post('/api/auth/magic-link', [email: afterwards.email])
        Town.POSTMAN.awaitTo(afterwards.email, 'log-in')

        then:
        crowd.every { Town.POSTMAN.to(it.email).empty }

        when: "but can read how they came here"
        def person = visitor()
        person.access = comeIn(crowd[0].email, PHRASE).body.access

        then:
        person.get('/api/me/security-log').body.items*.kind.last() == 'user.brought'
    }

    def "who has no password there comes in by letter"() {
        given:
        def email = fresh()
        bring([email: email, password_hash: '!eKfGjW1H3b'], [email: fresh()])

        when:
        visitor().post('/api/auth/magic-link', [email: email])
        def mail = Town.POSTMAN.awaitTo(email, 'log-in')

        then:
        comeIn(email, '!eKfGjW1H3b').status == 401
        visitor().post('/api/auth/magic-link/login', [token: mail.token]).status == 200
    }

    def "done again it changes nothing, and says so"() {
        given:
        def rows = (1..5).collect { [email: fresh(), password_hash: HASHES['Django, bcrypt']] }
        def first = bring(*rows)

        when:
        def second = bring(*(rows.collect { it + [password_hash: HASHES['Firebase'], role: 'editor', display_name: 'Changed'] } + [[email: fresh()]]))

        then:
        first.created == 5
        [second.created, second.existing, second.refused] == [1, 5, 0]
        second.rows*.outcome == ['exists'] * 5 + ['created']
        second.rows.every { it.errors == null }
        hashOf(rows[0].email) == HASHES['Django, bcrypt']
        admin.get("/api/admin/users/${first.rows[0].id}").body.role == 'reader'
    }

    def "a dry run tells everything and does nothing"() {
        given:
        def there = visitor().register()
        def email = fresh()
        def rows = [[email: email], [email: there.email], [email: fresh(), username: there.username], [email: 'nonsense']]

        when:
        def dry = admin.post(PATH, [users: rows, dry_run: true]).body

        then:
        dry.dry_run
        [dry.created, dry.existing, dry.refused] == [1, 1, 2]
        dry.rows*.outcome == ['created', 'exists', 'refused', 'refused']
        dry.rows.every { it.id == null }
        admin.get("/api/admin/users?q=$email").body.items == []

        when:
        def real = admin.post(PATH, [users: rows]).body

        then:
        !real.dry_run
        real.rows*.outcome == dry.rows*.outcome
        real.rows*.errors == dry.rows*.errors
    }

    def "every row is told all that is wrong with it, and stops no other: #flaws"() {
        given:
        def good = fresh()

        when:
        def report = bring([email: good], row(fresh()), [email: fresh()])

        then:
        report.rows*.outcome == ['created', 'refused', 'created']
        report.rows*.index == [0, 1, 2]
        report.rows[1].errors.collectEntries { [it.field, it.code] } == flaws
        report.rows[1].errors.every { it.message.length() > 10 }

        where:
        row                                                                  || flaws
        ({ [:] })                                                            || [email: 'required']
        ({ [email: 'nonsense', username: 'a b', role: 'root', disabled: 1] }) || [email: 'email_invalid', username: 'username_invalid', role: 'role_unknown', disabled: 'not_boolean']
        ({ [email: it, id: 'x', version: 1] })                               || [id: 'unknown_field', version: 'unknown_field']
        ({ [email: it, role: 'admin'] })                                     || [role: 'role_not_importable']
        ({ [email: it, created_at: '2999-01-01T00:00:00Z'] })                || [created_at: 'time_in_future']
        ({ [email: it, created_at: 'yesterday', locale: 'xx'] })             || [created_at: 'time_invalid', locale: 'language_unknown']
        ({ [email: it, password_hash: 'md5$salt$0123'] })                    || [password_hash: 'password_hash_unknown']
        ({ [email: it, password_hash: 'zwei Wörter'] })                      || [password_hash: 'password_hash_unknown']
        ({ [email: it, password_hash: 7] })                                  || [password_hash: 'not_text']
        ({ 'a text' })                                                       || [row: 'not_object']
        ({ null })                                                           || [row: 'not_object']
        ({ [[email: it]] })                                                  || [row: 'not_object']
    }

    def "a hash that would keep us busy for hours is not taken, whatever its scheme: #hash"() {
        expect:
        bring([email: fresh(), password_hash: hash]).rows[0].errors*.code == ['password_hash_unknown']

        where:
        hash << [
            '$2b$31$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS',
            '$2y$16$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS',
            'bcrypt_sha256$$2b$31$Th11WddKmv05lXgk/y.ghu5Mf4ZwqpEtHBKLEMcF4S.q.BQ4gBq3S',
            '$argon2id$v=19$m=4194304,t=1,p=1$86YpERMztQjtbRbOWfW+yw$4mKD/b9U3mMV5F3DrX/EJTVxGiiS46+t+s05aQYtY/o',
            '$argon2id$v=19$m=64,t=4294967295,p=1$86YpERMztQjtbRbOWfW+yw$4mKD/b9U3mMV5F3DrX/EJTVxGiiS46+t+s05aQYtY/o',
            'argon2$argon2id$v=19$m=262145,t=1,p=8$TmFDbDRzYWx0TmFDbDRzYWx0$SpD4Q+wP/fnOKF+AeVsdtCWo9B4IgyFmBL2dGDvByhQ',
            'scrypt$1073741824$NaCl4salt$8$1$QH2Aj/NkK0q3KWh8AyUGjcqF7UKyuvCNsrigw/ga7Gzb/aW83Rl+VS33YwhYyga6xrQu982RwYaBfkEy6O7x/g==',
            'pbkdf2_sha256$2147483648$NaCl4salt$cgnOLqPJxB5J1ThYxUwwmnaMJKN15irHo2iv1obNbI0=',
            'pbkdf2_sha1$4000001$NaCl4salt$+KWznhRbyxHtNNG95q9PWeIFmYs=',
            HASHES['Firebase'].replace('n=10', 'n=30'),
        ]
    }

    def "lines of JSON do as well, and a broken one stops no other"() {
        given:
        def people = (1..3).collect { [email: fresh()] }
        def lines = [JsonOutput.toJson(people[0]), '', '{"email":', JsonOutput.toJson(people[1]) + '\r', '{"email":"a@b.test","email":"c@d.test"}', JsonOutput.toJson(people[2])].join('\n')

        when:
        def dry = admin.postRaw("$PATH?dry_run=true", lines.bytes, LINES).body
        def report = admin.postRaw(PATH, "$lines\n".bytes, LINES).body

        then:
        dry.dry_run
        [dry, report].every { it.rows*.outcome == ['created', 'refused', 'created', 'refused', 'created'] }
        report.rows*.email == [people[0].email, null, people[1].email, null, people[2].email]
        people.every { person -> admin.get("/api/admin/users?q=$person.email").body.items.size() == 1 }
    }

    def "an import that cannot be is refused as a whole: #what"() {
        when:
        def answer = admin.postRaw(path, body.bytes, ['Content-Type': type])

        then:
        answer.status == status
        answer.body.code == code
        answer.flaws == flaws

        where:
        what             | path                  | type               | body                                                || status | code                | flaws
        'nobody'         | PATH                  | 'application/json' | '{}'                                                || 422    | 'validation_failed' | [users: ['required']]
        'no list'        | PATH                  | 'application/json' | '{"users":{"email":"a@b.test"},"dry_run":"yes"}'    || 422    | 'validation_failed' | [users: ['not_list'], dry_run: ['not_boolean']]
        'too many'       | PATH                  | 'application/json' | '{"users":[' + (['{}'] * 501).join(',') + ']}'      || 422    | 'validation_failed' | [users: ['too_many_rows']]
        'too many lines' | PATH                  | LINES['Content-Type'] | '{}\n' * 501                                     || 422    | 'validation_failed' | [users: ['too_many_rows']]
        'other fields'   | PATH                  | 'application/json' | '{"users":[],"overwrite":true}'                     || 400    | 'unknown_field'     | [overwrite: ['unknown_field']]
        'other wishes'   | "$PATH?overwrite=yes" | LINES['Content-Type'] | '{}'                                             || 400    | 'unknown_field'     | [overwrite: ['unknown_field']]
        'no JSON'        | PATH                  | 'application/json' | '{"users":['                                        || 400    | 'malformed_json'    | [:]
        'a form'         | PATH                  | 'application/x-www-form-urlencoded' | 'users=x'                          || 415    | 'unsupported_media_type' | [:]
    }

    def "who is no administrator brings nobody along"() {
        given:
        def somebody = visitor()
        somebody.access = somebody.post('/api/auth/login', somebody.register().subMap('email', 'password')).body.access
        def email = fresh()

        expect:
        somebody.post(PATH, [users: [[email: email]]]).status == 403
        visitor().post(PATH, [users: [[email: email]]]).status == 401
        admin.get("/api/admin/users?q=$email").body.items == []
    }

    def "of many who bring the same people at once, on two nodes, each person is brought once: #round"() {
        given:
        def people = (1..50).collect { fresh().with { [email: it, username: it.takeBefore('@')] } }

        when:
        def answers = Crowd.of(10) { i -> admin.at(nodes[i % 2].uri).post(PATH, [users: i % 3 ? people : people.reverse()]) }

        then:
        answers*.status.toSet() == [200] as Set
        answers*.body*.created.sum() == 50
        answers*.body*.refused.sum() == 0
        entriesAbout(answers*.body*.rows.flatten().findAll { it.id }*.id) == 50

        where:
        round << (1..3)
    }

    def "five hundred at once are no trouble"() {
        given:
        def people = (1..500).collect { fresh().with { [email: it, username: it.takeBefore('@'), display_name: 'Somebody', email_verified: true,
                role: 'reader', disabled: false, created_at: '2020-01-01T00:00:00Z', locale: 'en', password_hash: HASHES['Django, Argon2']] } }

        expect:
        admin.post(PATH, [users: people]).body.created == 500
        admin.post(PATH, [users: people]).body.existing == 500
    }

    private Map bring(Object... people) {
        def answer = admin.post(PATH, [users: people as List])
        assert answer.status == 200: answer
        answer.body
    }

    private Answer comeIn(String name, String password, int node = 0) {
        visitor(node).post('/api/auth/login', [identifier: name, password: password])
    }

    private static String fresh() {
        "old-${UUID.randomUUID().toString().replace('-', '').take(12)}@example.com"
    }

    private String hashOf(String email) {
        one("select hash from credential join app_user on id = user_id where email = '$email'")
    }

    private int entriesAbout(List<String> ids) {
        one("select count(*) from audit_entry where action = 'user.imported' and subject in (${ids.collect { "'$it'" }.join(', ')})") as int
    }

    private String one(String query) {
        database.connect(database.owner()).withCloseable { connection ->
            def rows = connection.createStatement().executeQuery(query)
            rows.next()
            rows.getString(1)
        }
    }

    private Visitor visitor(int node = 0) {
        new Visitor(nodes[node].uri, JourneySpecification.description(nodes[0].uri))
    }
}

package dev.beranda.adapter.persistence.privacy

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.privacy.PersonalRecords
import dev.beranda.domain.privacy.Piece
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.UserId
import dev.beranda.postgres.TestDatabase
import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/// Two people of whom there is something in every list: each is told their own, all of it, and nothing else.
class EverythingHeldIT extends Specification {

    static final PEOPLE = ['ayu', 'budi']
    static final BOSS = id('boss')

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    PersonalRecords records = node.get(PersonalRecords)
    Transactions transactions = node.get(Transactions)
    List<Holding> holdings = node.all(Holdings)*.all().flatten()

    def setup() {
        def held = PEOPLE.collectEntries { [it, heldOf(it)] }
        Databases.byHand(database, held.ayu.keySet().collectMany { list -> PEOPLE.collect { put(held[it][list]) } }.join(';'))
    }

    def cleanup() {
        Databases.empty(database)
        Databases.byHand(database, 'alter table audit_entry disable trigger all; delete from audit_entry; alter table audit_entry enable trigger all')
    }

    def "whatever is held in any list is told to whom it is about, to the letter, and to nobody else: #name"() {
        when:
        def lists = told(name)

        then:
        lists.keySet() == holdings.findAll { it.told() }*.list() as Set
        lists.each { list, entries ->
            assert entries == [expected(list, heldOf(name)[list].row)]
        }
        files(name) == ["avatar-256.png": "picture of $name"]

        where:
        name << PEOPLE
    }

    def "when one is forgotten, the other misses nothing but them"() {
        given:
        def before = told('budi')

        when:
        transactions.write { records.forget(new UserId(id('ayu'))) }

        then:
        told('ayu').keySet() == ['done_by_others', 'done_by_you'] as Set
        told('ayu').done_by_you*.keySet()*.intersect(['address', 'request_id'] as Set) == [[] as Set]
        told('budi') == before - before.subMap('following')
        files('budi').size() == 1
    }

    /// By list: the table, and the row that is about this person.
    private static Map<String, Map> heldOf(String name) {
        def other = PEOPLE.find { it != name }
        def at = { int minute -> "2026-03-0${PEOPLE.indexOf(name) + 1}T12:${minute + 10}:00Z".toString() }
        def bytes = { String text -> "\\x${text.getBytes('UTF-8').encodeHex()}".toString() }
        def rows = [
                account         : [app_user: [id: id(name), email: "${name}@example.com", email_verified: true, username: name, username_key: name, display_name: "The $name",
                        bio: "life of $name", website: "https://${name}.example", location: "Town of $name", language: 'id', time_zone: 'Asia/Jakarta', sign_in_alerts: true,
                        avatar: "avatar-$name", role: 'author', disabled: false, leaves_at: at(1), registered_at: at(2), authority: 1, authority_changed_at: at(3), version: 7]],
                avatars         : [avatar_picture: [avatar: "avatar-$name", width: 256, user_id: id(name), format: 'png', content: bytes("picture of $name")]],
                passwords       : [credential: [user_id: id(name), hash: "hash of $name", set_at: at(4), version: 1]],
                sessions        : [session: [id: id("session of $name"), user_id: id(name), device_name: "phone of $name", user_agent: "agent of $name", address: '192.0.2.1', network: '192.0.2.1',
                        generation: 3, opened_at: at(5), refreshed_at: at(6), expires_at: at(7), ended_at: at(8), end_reason: 'logged_out', version: 2]],
                familiar_devices: [familiar_device: [user_id: id(name), device: "kind of $name", surroundings: "land of $name", first_seen_at: at(9), last_seen_at: at(10), visits: 4]],
                security_log    : [activity: [id: id("activity of $name"), user_id: id(name), kind: 'identity.linked', facts: [user: id(name), provider: "door of $name"], at: at(11)]],
                history         : [outbox: [id: id("event of $name"), type: 'user.leaving', payload: [user: id(name), end: "end of $name", by: BOSS], occurred_at: at(12)]],
                tickets         : [ticket: [id: id("ticket of $name"), user_id: id(name), purpose: 'log_in', address: "${name}@example.com", issued_at: at(13), expires_at: at(14), guesses: 1, used_at: at(15)]],
                done_by_others  : [audit_entry: [id: id("done to $name"), at: at(16), actor: BOSS, action: 'user.disabled', subject: id(name), address: '192.0.2.99', request_id: 'r1',
                        before: [of: name], after: [disabled: true]]],
                done_by_you     : [audit_entry: [id: id("done by $name"), at: at(17), actor: id(name), action: 'user.enabled', subject: id('nobody'), address: '192.0.2.1', request_id: "r of $name",
                        before: [disabled: true], after: [by: name]]],
                authenticators  : [authenticator: [user_id: id(name), secret: bytes("secret of $name"), confirmed: true, since: at(18), last_step: 5]],
                recovery_codes  : [recovery_code: [user_id: id(name), digest: bytes("digest of $name"), used_at: at(19)]],
                login_challenges: [login_challenge: [id: id("challenge of $name"), user_id: id(name), expires_at: at(20), guesses: 1]],
                passkeys        : [passkey: [id: id("passkey of $name"), user_id: id(name), credential_id: "credential-$name", public_key: "key of $name", counter: 6, backed_up: true,
                        name: "Phone of $name", added_at: at(21), used_at: at(22)]],
                identities      : [identity: [id: id("identity of $name"), user_id: id(name), provider: 'sunrise', subject: "subject-$name", label: "label of $name", linked_at: at(23)]],
                vouchers        : [voucher: [id: id("voucher of $name"), user_id: id(name), provider: 'harbour', browser: "browser of $name", challenge: "challenge of $name", expires_at: at(24)]],
                media           : [media: [id: id("medium of $name"), owner_id: id(name), was: 'png', width: 640, height: 320, alt: "boat of $name", bytes: 300, uploaded_at: at(25), version: 1]],
                posts           : [post: [id: id("post of $name"), author_id: id(name), slug: "walk-of-$name", title: "Walk of $name", excerpt: "excerpt of $name", own_excerpt: true, reading_minutes: 1,
                        stage: 'open', open_from: at(26), announced: true, trashed_at: null, cover_id: id("medium of $name"), comment_count: 8, like_count: 9, created_at: at(27), updated_at: at(28), version: 1]],
                post_texts      : [post_text: [post_id: id("post of $name"), markdown: "text of $name", html: "<p>text of $name</p>", outline: [], edition: 1]],
                revisions       : [post_revision: [post_id: id("post of $name"), number: 1, editor_id: id(name), title: "Old walk of $name", excerpt: "old excerpt of $name", markdown: "old text of $name",
                        tag_ids: [id("tag of $name")], tag_names: ["tag of $name"], category_id: id("shelf of $name"), category_name: "shelf of $name", cover_id: id("medium of $name"),
                        saved_at: at(29)]],
                comments        : [comment: [id: id("comment of $name"), post_id: id("post of $name"), path: [id("comment of $name")], newest_first: id("first of $name"), answered_id: id("comment of $name"),
                        author_id: id(name), markdown: "words of $name", html: "<p>words of $name</p>", edition: 1, state: 'published', shown: true, report_count: 1, reported_at: at(30), written_at: at(31),
                        worded_at: at(32), version: 1]],
                reports         : [comment_report: [comment_id: id("comment of $other"), reporter_id: id(name), reason: 'spam', note: "note of $name", settled: false, reported_at: at(33)]],
                likes           : [post_like: [post_id: id("post of $other"), user_id: id(name), liked_at: at(34)]],
                bookmarks       : [post_bookmark: [user_id: id(name), post_id: id("post of $other"), kept_at: at(35)]],
                follow_counts   : [follow_count: [user_id: id(name), followers: PEOPLE.indexOf(name) + 1, following: 11]],
                following       : [follow: [follower_id: id(name), followed_id: id(other), followed_at: at(36)]],
                kept_answers    : [kept_answer: [name: "attempt of $name", content: 'x', user_id: id(name), claim: id("claim of $name"), claimed_until: at(37), status: 201, head: [], body: bytes('{}'), expires_at: at(38)]],
        ]
        rows.collectEntries { list, of -> [list, [table: of.keySet().first(), row: of.values().first()]] }
    }

    private static String put(Map held) {
        def columns = held.row.keySet().collect { "\"$it\"" }.join(', ')
        def json = JsonOutput.toJson(held.row).replace("'", "''")
        "insert into \"$held.table\" ($columns) select $columns from jsonb_populate_record(null::\"$held.table\", '$json')"
    }

    /// What is told of a row: of a person's own columns those that are told, of facts those that are theirs.
    private Map<String, ?> expected(String list, Map<String, ?> row) {
        def facts = (row.facts ?: row.payload ?: [:]).findAll { !(it.key in ['user', 'by']) }
        def told = holdings.find { it.list() == list }.told()*.name
        plain(row.subMap(told).findAll { it.value != null } + facts)
    }

    private Map<String, List<Map>> told(String name) {
        pieces(name).findAll { it instanceof Piece.Entry }.groupBy { it.list() }
                .collectEntries { list, entries -> [list, entries.collect { plain(it.facts()) }] }
    }

    private Map<String, String> files(String name) {
        pieces(name).findAll { it instanceof Piece.Enclosure }.collectEntries { [it.name(), new String(it.file().get().get().next(), 'UTF-8')] }
    }

    private List<Piece> pieces(String name) {
        def pieces = []
        transactions.look { records.tell(new UserId(id(name))) { pieces << it } }
        pieces
    }

    private static Map<String, ?> plain(Map<String, ?> facts) {
        facts.collectEntries { name, value -> [name, plainValue(value)] }
    }

    private static plainValue(value) {
        switch (value) {
            case Piece.Json:
                return new JsonSlurper().parseText(value.text())
            case Map:
                return new JsonSlurper().parseText(JsonOutput.toJson(value))
            case Number:
                return value as long
            case Boolean:
                return value
            default:
                return value as String
        }
    }

    private static UUID id(String what) {
        UUID.nameUUIDFromBytes(what.bytes)
    }
}

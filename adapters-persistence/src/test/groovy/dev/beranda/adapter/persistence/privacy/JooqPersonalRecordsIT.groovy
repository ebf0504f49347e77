package dev.beranda.adapter.persistence.privacy

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.audit.AuditAction
import dev.beranda.domain.audit.AuditEntry
import dev.beranda.domain.audit.AuditLog
import dev.beranda.domain.credential.Credentials
import dev.beranda.domain.credential.PasswordCredential
import dev.beranda.domain.credential.PasswordHash
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.letter.LetterEvent
import dev.beranda.domain.letter.Purpose
import dev.beranda.domain.letter.Ticket
import dev.beranda.domain.letter.TicketId
import dev.beranda.domain.letter.Tickets
import dev.beranda.domain.privacy.PersonalRecords
import dev.beranda.domain.privacy.Piece
import dev.beranda.domain.readership.ReadershipEvent
import dev.beranda.domain.session.SessionEvent
import dev.beranda.domain.session.Sessions
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.shared.DomainEvents
import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.shared.Language
import dev.beranda.domain.shared.Origin
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.UserEvent
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import org.jooq.impl.DSL
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class JooqPersonalRecordsIT extends Specification {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database, database.jdbcUrl(), [letters: [LetterEvent.TicketWanted, UserEvent.EmailChanged, UserEvent.Leaving] as Set, bell: [ReadershipEvent.Followed] as Set],
            [UserEvent.EmailChanged, UserEvent.Leaving] as Set)

    PersonalRecords records = node.get(PersonalRecords)
    Transactions transactions = node.get(Transactions)
    Users users = node.get(Users)

    def boss = People.somebody(role: Role.ADMIN)
    def ayu = somebodyKnown('ayu')
    def budi = somebodyKnown('budi')

    def "somebody is told everything that is theirs, nothing of others, and no secret"() {
        when:
        def pieces = told(ayu)
        def text = pieces.toString()

        then:
        pieces*.word().unique() == pieces*.word().unique().sort()
        pieces.collect { [it.word(), it.list()] }.unique() == [
                ['activity', 'security_log'], ['audit', 'done_by_others'], ['audit', 'done_by_you'], ['credential', 'passwords'], ['letter', 'tickets'],
                ['outbox', 'history'], ['session', 'sessions'], ['user', 'account']]
        text.contains(ayu.email().value())
        text.contains('198.51.100.1')
        !text.contains(budi.email().value())
        !text.contains(budi.id().toString())
        !text.contains('argon2')

        and: "who administers stays unnamed, and from where"
        !text.contains(boss.id().toString())
        !text.contains('192.0.2.99')
    }

    def "what they are told is in plain words"() {
        given:
        def account = told(ayu).find { it.list() == 'account' }.facts()

        expect:
        account.id == ayu.id().toString()
        account.email == ayu.email().value()
        account.role == 'reader'
        account.disabled == false
        account.registered_at == ayu.registeredAt().toString()
        !account.containsKey('bio')
        told(ayu).find { it.list() == 'done_by_others' }.facts().after == new Piece.Json('{"disabled": true}')
        told(ayu).findAll { it.list() == 'history' }*.facts()*.type.sort() == ['letter.ticket_wanted', 'session.opened', 'user.disabled', 'user.email_changed']
        told(ayu).find { it.list() == 'passwords' }.facts().keySet() == ['set_at'] as Set
    }

    def "who is forgotten is nowhere any more, but for the acts of the log, which say an id"() {
        given:
        def before = told(budi)

        expect:
        traces(ayu.id().toString()).containsAll(['app_user', 'session', 'credential', 'ticket', 'outbox', 'audit_entry', 'delivery'])

        when:
        transactions.write { records.forget(ayu.id()) }

        then:
        traces(ayu.id().toString()) == ['audit_entry']
        traces(ayu.email().value()) == []
        told(ayu)*.word().unique() == ['audit']
        told(ayu).findAll { it.list() == 'done_by_you' }*.facts().every { !it.address && !it.request_id }

        and: "nobody else misses anything"
        told(budi) == before
    }

    def "who followed, was followed, administered or moved is forgotten as well, and what is of others is still on its way to them"() {
        given:
        def old = new EmailAddress("old-${UUID.randomUUID()}@example.com")
        transactions.write {
            happen(new LetterEvent.TicketWanted(Purpose.RESET_PASSWORD, old, Language.ENGLISH, People.NOW))
            happen(new UserEvent.EmailChanged(ayu.id(), old, ayu.email(), People.NOW))
            happen(new ReadershipEvent.Followed(ayu.id(), budi.id(), People.NOW))
            happen(new ReadershipEvent.Followed(budi.id(), ayu.id(), People.NOW))
            happen(new UserEvent.Leaving(budi.id(), ayu.id(), People.NOW, People.NOW))
        }
        def before = told(budi)

        expect:
        traces(old.value()).containsAll(['outbox', 'delivery', 'activity'])

        when:
        transactions.write { records.forget(ayu.id()) }

        then:
        [ayu.id().toString(), ayu.email().value(), old.value()].collectMany { traces(it) } == ['audit_entry']

        and:
        told(budi)*.facts() == before*.facts().collect { it.person ? it - it.subMap('person') : it }
        waiting('readership.followed', budi) == ['{"user": "' + budi.id() + '"}']
        waiting('user.leaving', budi) == ['{"end": "' + People.NOW + '", "user": "' + budi.id() + '"}']
    }

    def "forgetting that fails half-way has not happened"() {
        when:
        transactions.write {
            records.forget(ayu.id())
            throw new IllegalArgumentException('no')
        }

        then:
        thrown(IllegalArgumentException)
        told(ayu)*.word().unique().size() == 7
    }

    def "outside of a transaction nobody is forgotten by halves"() {
        when:
        records.forget(ayu.id())

        then:
        thrown(IllegalStateException)
        users.find(ayu.id()).present
    }

    def "sessions that were alive are heard of as vanished, ended a moment ago or not"() {
        given:
        def session = SomeSession.of(ayu)
        transactions.write { node.get(Sessions).add(session) }
        Databases.byHand(database, "update session set expires_at = now() + interval '1 day' where id = '${session.id()}'")
        ended && Databases.byHand(database, "update session set ended_at = now(), end_reason = 'logged_out' where id = '${session.id()}'")

        when:
        transactions.write { records.forget(ayu.id()) }

        then:
        Databases.ask(database, "select count(*) from vanished_session where id = '${session.id()}'") == 1

        where:
        ended << [false, true]
    }

    private List<String> traces(String what) {
        query(tables.collect { "select '$it' where exists (select from $it t where t::text like '%$what%')" }.join(' union all '))
    }

    private void happen(event) {
        node.get(DomainEvents).append(event)
    }

    /// What those who wait for it will be told of this person.
    private List<String> waiting(String type, person) {
        query("select payload::text from delivery join outbox on id = event_id where type = '$type' and payload ->> 'user' = '${person.id()}'")
    }

    private List<String> query(String question) {
        database.connect(database.superuser()).withCloseable { DSL.using(it).fetchValues(question) as List<String> }
    }

    private List<String> getTables() {
        node.all(Holdings)*.all().flatten()*.table()*.name.unique()
    }

    private List<Piece> told(person) {
        def pieces = []
        transactions.look { records.tell(person.id()) { pieces << it } }
        pieces
    }

    private somebodyKnown(String name) {
        def person = People.somebody(email: "$name-${UUID.randomUUID()}@example.com")
        def events = node.get(DomainEvents)
        def device = SomeSession.LAPTOP.seenAt(new ClientAddress('198.51.100.1', '198.51.100.1'))
        transactions.write {
            users.add(person)
            node.get(Credentials).add(PasswordCredential.set(person.id(), new PasswordHash('$argon2id$x'), People.NOW))
            def session = SomeSession.of(person)
            node.get(Sessions).add(session)
            node.get(Tickets).issue(Ticket.issue(
                    new TicketId(UUID.randomUUID()), person.id(), Purpose.LOG_IN, person.email(), People.NOW))
            events.append(new SessionEvent.Opened(session.id(), person.id(), device, People.NOW))
            events.append(new LetterEvent.TicketWanted(Purpose.LOG_IN, person.email(), Language.ENGLISH, People.NOW))
            events.append(new UserEvent.EmailChanged(person.id(), person.email(), person.email(), People.NOW))
            events.append(new UserEvent.Disabled(person.id(), boss.id(), People.NOW))
            note(boss.id(), '192.0.2.99', person.id())
            note(person.id(), '198.51.100.1', People.newId())
        }
        person
    }

    private void note(actor, String address, subject) {
        node.get(AuditLog).append(new AuditEntry(People.NOW, actor, new Origin(new ClientAddress(address, address), 'r'),
                AuditAction.USER_DISABLED, subject.toString(), [disabled: false], [disabled: true]))
    }
}

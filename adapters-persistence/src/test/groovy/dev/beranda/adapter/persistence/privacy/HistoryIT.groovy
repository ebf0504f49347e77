package dev.beranda.adapter.persistence.privacy

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.comment.CommentId
import dev.beranda.domain.comment.Concern
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.identity.Provider
import dev.beranda.domain.letter.LetterEvent
import dev.beranda.domain.letter.Purpose
import dev.beranda.domain.passkey.PasskeyId
import dev.beranda.domain.post.PostId
import dev.beranda.domain.privacy.PersonalRecords
import dev.beranda.domain.privacy.Piece
import dev.beranda.domain.session.Device
import dev.beranda.domain.session.Session.EndReason
import dev.beranda.domain.session.SessionId
import dev.beranda.domain.shared.DomainEvent
import dev.beranda.domain.shared.DomainEvents
import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.shared.Language
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.UserEvent
import dev.beranda.domain.user.UserId
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import groovy.json.JsonSlurper
import java.lang.reflect.RecordComponent
import java.nio.file.FileSystems
import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant
import org.jooq.impl.DSL
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/// Every kind of event there is, as it is told to whom it happened. A kind that is added comes by itself.
class HistoryIT extends Specification {

    static final List<Class<? extends DomainEvent>> KINDS = roots()*.permittedSubclasses.flatten()

    /// What happens to things: whose they are stands with these.
    static final ABOUT_NOBODY = ['PostEvent.Published', 'PostEvent.Reopened', 'PostEvent.Deleted', 'CommentEvent.Published', 'CommentEvent.Withheld']

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database, database.jdbcUrl(), [somebody: KINDS as Set], KINDS as Set)

    def ayu = somebody()
    def budi = somebody()

    def cleanup() {
        Databases.empty(database)
    }

    def "whoever it happened to is told every fact that was written but who did it, and nobody else is"() {
        when:
        KINDS.each { append(happened(it)) }

        then:
        def told = this.told(ayu, 'history').collectEntries { [it.id, it - it.subMap('occurred_at', 'id', 'type')] }
        def written = rows('select id::text, payload::text from outbox order by position')
        written.size() == KINDS.size()
        [KINDS, written.entrySet() as List].transpose().each { kind, row ->
            assert told[row.key] == (nameOf(kind) in ABOUT_NOBODY ? null : row.value - row.value.subMap('user', 'by')): nameOf(kind)
        }
        told.size() == KINDS.size() - ABOUT_NOBODY.size()
        this.told(budi, 'history') == []

        and: "and in their log too, where who did it is not even written"
        def log = this.told(ayu, 'security_log').collectEntries { [it.id, it - it.subMap('at', 'id', 'kind')] }
        def kept = rows('select id::text, facts::text from activity')
        kept.keySet() == KINDS.findAll { 'user' in it.recordComponents*.name }.collect { written.keySet()[KINDS.indexOf(it)] } as Set
        kept.each { id, facts ->
            assert facts == written[id] - written[id].subMap('by')
            assert log[id] == facts - facts.subMap('user')
        }
        log.size() == kept.size()
        this.told(budi, 'security_log') == []
    }

    def "whoever is forgotten is nowhere in it, and what is of others says the rest, and is still on its way"() {
        given:
        def theirs = KINDS.collect { happened(it, budi, ayu) }
        (KINDS.collect { happened(it) } + theirs).each { append(it) }
        def before = rows('select id::text, payload::text from outbox order by position')

        when:
        node.get(Transactions).write { node.get(PersonalRecords).forget(ayu.id()) }

        then:
        ['outbox', 'delivery', 'activity'].every { Databases.ask(database, "select count(*) from $it t where t::text ~ '${ayu.id()}|${ayu.email()}'") == 0 }

        and:
        def after = rows('select id::text, payload::text from outbox order by position')
        [KINDS * 2, before.entrySet() as List].transpose().eachWithIndex { pair, number ->
            def (kind, row) = pair
            def isTheirs = number >= KINDS.size()
            def expected = isTheirs ? row.value - row.value.subMap(others(kind)) : nameOf(kind) in ABOUT_NOBODY ? row.value : null
            assert after[row.key] == expected: "${nameOf(kind)} of ${isTheirs ? 'another' : 'theirs'}"
        }
        Databases.ask(database, "select count(*) from delivery") == after.size()
    }

    def "letters to an address they left are theirs, unless it is another's since: #whose"() {
        given:
        def old = new EmailAddress("old-${UUID.randomUUID()}@example.com")
        append(knockAt(old, 1))
        append(new UserEvent.EmailChanged(ayu.id(), old, ayu.email(), People.NOW.plusSeconds(2)))
        append(knockAt(old, 3))
        if (whose == 'another') {
            budi = People.somebody(email: old.value())
            node.get(Transactions).write { node.get(Users).add(budi) }
        }

        expect:
        told(ayu, 'history')*.type.countBy { it } == ['user.email_changed': 1, 'letter.account_wanted': letters]
        told(budi, 'history').size() == of_another

        when:
        node.get(Transactions).write { node.get(PersonalRecords).forget(ayu.id()) }

        then:
        Databases.ask(database, "select count(*) from outbox where payload ->> 'address' = '$old'") == 2 - letters
        Databases.ask(database, "select count(*) from outbox where payload::text like '%${ayu.email()}%'") == 0

        where:
        whose     || letters | of_another
        'nobody'  || 2       | 0
        'another' || 1       | 2
    }

    private static knockAt(EmailAddress address, int second) {
        new LetterEvent.AccountWanted(People.newId(), address, Language.ENGLISH, People.NOW.plusSeconds(second))
    }

    /// As it would be if it happened to the one; what others there are in it is the other.
    private DomainEvent happened(Class<? extends DomainEvent> kind, one = ayu, other = budi) {
        def others = others(kind)
        kind.declaredConstructors.first().newInstance(kind.recordComponents.collect { RecordComponent fact ->
            switch (fact.type) {
                case UserId: return (fact.name in others ? other : one).id()
                case EmailAddress: return one.email()
                case Instant: return People.NOW
                case Device: return SomeSession.LAPTOP
                case SessionId: return new SessionId(UUID.randomUUID())
                case PasskeyId: return new PasskeyId(UUID.randomUUID())
                case PostId: return new PostId(UUID.randomUUID())
                case CommentId: return new CommentId(UUID.randomUUID())
                case Provider: return new Provider('sunrise')
                case Role: return Role.AUTHOR
                case Language: return Language.INDONESIAN
                case Purpose: return Purpose.LOG_IN
                case EndReason: return EndReason.LOGGED_OUT
                case Concern: return Concern.values().first()
                case int: return 3
                default: throw new IllegalStateException("what could a $fact be?")
            }
        } as Object[]) as DomainEvent
    }

    /// Beside whom it is about, if anybody: who did it to them, or whom they did it with.
    private static List<String> others(Class<?> kind) {
        def people = kind.recordComponents.findAll { it.type == UserId }*.name
        people.size() < 2 ? [] : 'user' in people ? people - 'user' : people - 'by'
    }

    private static String nameOf(Class<?> kind) {
        "${kind.enclosingClass.simpleName}.$kind.simpleName"
    }

    private void append(event) {
        node.get(Transactions).write { node.get(DomainEvents).append(event as DomainEvent) }
    }

    private Map<String, Map> rows(String question) {
        database.connect(database.superuser()).withCloseable { connection ->
            DSL.using(connection).fetch(question).collectEntries { [it.get(0), new JsonSlurper().parseText(it.get(1) as String)] }
        }
    }

    private List<Map> told(person, String list) {
        def facts = []
        node.get(Transactions).look {
            node.get(PersonalRecords).tell(person.id()) { piece ->
                if (piece instanceof Piece.Entry && piece.list() == list) {
                    facts << piece.facts().collectEntries { name, value -> [name, value instanceof Piece.Json ? new JsonSlurper().parseText(value.text()) : value] }
                }
            }
        }
        facts
    }

    private somebody() {
        def person = People.somebody(email: "p-${UUID.randomUUID()}@example.com")
        node.get(Transactions).write { node.get(Users).add(person) }
        person
    }

    /// All that the domain tells, wherever it was compiled to.
    private static List<Class<?>> roots() {
        def home = Path.of(DomainEvent.protectionDomain.codeSource.location.toURI())
        def jar = Files.isDirectory(home) ? null : FileSystems.newFileSystem(home)
        try {
            def root = jar ? jar.getPath('/') : home
            Files.walk(root).withCloseable { files ->
                files.findAll { it.fileName?.toString()?.endsWith('Event.class') && !it.fileName.toString().contains('$') }
                        .collect { Class.forName(root.relativize(it).toString().replace('/', '.') - '.class') }
                        .findAll { it != DomainEvent && DomainEvent.isAssignableFrom(it) }
                        .sort { it.name }
            }
        } finally {
            jar?.close()
        }
    }
}

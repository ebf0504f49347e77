package dev.beranda.adapter.persistence.outbox

import ch.qos.logback.classic.Level
import ch.qos.logback.classic.Logger
import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Line
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.credential.CredentialEvent
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.letter.LetterEvent
import dev.beranda.domain.letter.Purpose
import dev.beranda.domain.session.SessionEvent
import dev.beranda.domain.session.SessionId
import dev.beranda.domain.shared.DomainEvent
import dev.beranda.domain.shared.DomainEvents
import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.shared.Language
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.UserEvent
import dev.beranda.postgres.TestDatabase
import java.time.Duration
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.CountDownLatch
import org.slf4j.LoggerFactory
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

class CourierIT extends Specification {

    static final ROUTES = [
        post : [LetterEvent.AccountWanted, LetterEvent.TicketWanted, LetterEvent.MoveWanted, UserEvent.EmailChanged, SessionEvent.StrangeDevice, CredentialEvent.PasswordChanged,
            CredentialEvent.PasswordReset] as Set,
        diary: [LetterEvent.MoveWanted] as Set,
    ] as Map<String, Set<Class>>
    static final APPLICANT = People.newId()
    static final QUICK = new Patience(Duration.ofMillis(20), Duration.ofMillis(100), 4)

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Line line = Line.to(database.jdbcUrl())

    @Shared
    @AutoCleanup
    Node node = Node.on(database, line.url, ROUTES)

    @Shared
    @AutoCleanup
    Node other = Node.on(database, database.jdbcUrl(), ROUTES)

    List<Courier> couriers = []
    Queue<DomainEvent> told = new ConcurrentLinkedQueue<>()
    PollingConditions soon = new PollingConditions(timeout: 20, delay: 0.02)

    def setupSpec() {
        (LoggerFactory.getLogger(Courier) as Logger).level = Level.OFF
    }

    def cleanup() {
        line.admit()
        couriers*.close()
        soon.eventually {
            Databases.empty(database)
        }
    }

    def "an event comes to those who want it as it was appended: #event"() {
        given:
        courier(post: { id, it -> told << it })

        when:
        append(event)

        then:
        soon.eventually {
            assert told.toList() == [event]
            assert left == 0
        }

        where:
        event << [
            new LetterEvent.TicketWanted(Purpose.LOG_IN, address('ayu'), Language.INDONESIAN, People.NOW),
            new LetterEvent.AccountWanted(People.newId(), address('ayu'), Language.INDONESIAN, People.NOW),
            new UserEvent.EmailChanged(People.newId(), address('old'), address('new'), People.NOW),
            new SessionEvent.StrangeDevice(new SessionId(UUID.randomUUID()), People.newId(), SomeSession.LAPTOP, People.NOW),
            new CredentialEvent.PasswordChanged(People.newId(), People.NOW),
            new CredentialEvent.PasswordReset(People.newId(), People.NOW),
        ]
    }

    def "what nobody wants is on its way to nobody"() {
        when:
        append(new UserEvent.Registered(People.newId(), People.NOW))

        then:
        left == 0
    }

    def "what was appended before anybody delivered is delivered later, and each of those who want it gets it"() {
        given:
        def move = new LetterEvent.MoveWanted(People.newId(), address('new'), People.NOW)
        append(move)
        def post = []
        def diary = []

        when:
        courier(post: { id, it -> post << it }, diary: { id, it -> diary << it })

        then:
        soon.eventually {
            assert post == [move]
            assert diary == [move]
        }
    }

    def "what did not happen is not told"() {
        given:
        courier(post: { id, it -> told << it })

        when:
        node.get(Transactions).write {
            node.get(DomainEvents).append(knock('ayu', 1))
            throw new IllegalArgumentException('no')
        }

        then:
        thrown(IllegalArgumentException)
        left == 0
    }

    def "whoever fails is asked again, and those behind about the same person wait while others do not"() {
        given:
        def failures = 3
        courier(post: { id, it ->
            if (it == knock('ayu', 1) && failures-- > 0) {
                throw new IllegalStateException('the carrier is ill')
            }
            told << it
        })

        when:
        [knock('ayu', 1), knock('ayu', 2), knock('eka', 1), knock('ayu', 3)].each { append(it) }

        then:
        soon.eventually {
            assert told.size() == 4
        }
        told.first() == knock('eka', 1)
        told.toList().findAll { it.address() == address('ayu') } == (1..3).collect { knock('ayu', it) }
    }

    def "what fails for ever is given up, kept for a look, and no longer in the way"() {
        given:
        courier(post: { id, it ->
            if (it == knock('ayu', 1)) {
                throw new IllegalStateException('a secret detail')
            }
            told << it
        })

        when:
        append(knock('ayu', 1))
        append(knock('ayu', 2))

        then:
        soon.eventually {
            assert told.toList() == [knock('ayu', 2)]
        }
        Databases.ask(database, 'select attempts from delivery where parked_at is not null') == QUICK.attempts()
        Databases.ask(database, 'select failure from delivery') == 'IllegalStateException: IllegalStateException'
    }

    def "of two nodes that deliver at once, one tells each event, in order"() {
        given:
        def people = (1..20).collect { "person$it".toString() }
        courier(post: { id, it -> told << it })
        courier(other, post: { id, it -> told << it })

        when:
        (1..10).each { number -> people.each { append(knock(it, number)) } }

        then:
        soon.eventually {
            assert left == 0
        }
        told.size() == 200
        people.every { person ->
            told.toList().findAll { it.address() == address(person) } == (1..10).collect { knock(person, it) }
        }
    }

    def "what a node had in hand when it died is told by another once the lease is over"() {
        given:
        append(knock('ayu', 1))

        when:
        def taken = node.get(Deliveries).take(10, ['post'])

        then:
        taken*.attempt() == [1]
        other.get(Deliveries).take(10, ['post']) == []

        when:
        Databases.byHand(database, "update delivery set due_at = now() - interval '1 second'")
        courier(other, post: { id, it -> told << it })

        then:
        soon.eventually {
            assert told.toList() == [knock('ayu', 1)]
            assert left == 0
        }

        and: "whoever comes back from the dead changes nothing any more"
        append(knock('ayu', 2))
        node.get(Deliveries).done(taken.first())
    }

    def "who comes too late with their outcome does not spoil what another has in hand"() {
        given:
        append(knock('ayu', 1))
        def late = node.get(Deliveries).take(10, ['post']).first()
        Databases.byHand(database, "update delivery set due_at = now() - interval '1 second'")
        def present = other.get(Deliveries).take(10, ['post']).first()

        when:
        node.get(Deliveries).done(late)
        node.get(Deliveries).park(late, 'late')

        then:
        left == 1

        when:
        other.get(Deliveries).done(present)

        then:
        left == 0
    }

    def "while the database is away nothing is lost, and afterwards it goes on"() {
        given:
        courier(post: { id, it -> told << it })
        line.refuse()

        when:
        other.get(Transactions).write { other.get(DomainEvents).append(knock('ayu', 1)) }
        line.admit()

        then: "what a question took that was on its way when the line broke is had when its lease is over"
        soon.eventually {
            Databases.byHand(database, 'update delivery set due_at = now() where attempts > 0')
            assert told.toSet() == [knock('ayu', 1)] as Set
        }
    }

    def "who closes finishes what was begun"() {
        given:
        def begun = new CountDownLatch(1)
        def courier = courier(post: { id, it ->
            begun.countDown()
            sleep(300)
            told << it
        })
        append(knock('ayu', 1))
        begun.await()

        when:
        courier.close()

        then:
        told.size() == 1
        left == 0
    }

    private Courier courier(Map<String, Closure> reactions, Node on = node) {
        def courier = on.get(Couriers).hire(reactions.collectEntries { name, it -> [name, it as Reaction] }, QUICK)
        couriers << courier
        courier.begin()
        courier
    }

    private void append(DomainEvent event) {
        node.get(Transactions).write { node.get(DomainEvents).append(event) }
    }

    private static LetterEvent knock(String who, int second) {
        new LetterEvent.AccountWanted(APPLICANT, address(who), Language.ENGLISH, People.NOW.plusSeconds(second))
    }

    private static EmailAddress address(String who) {
        new EmailAddress("$who@example.com")
    }

    private int getLeft() {
        Databases.ask(database, 'select count(*) from delivery') as int
    }
}

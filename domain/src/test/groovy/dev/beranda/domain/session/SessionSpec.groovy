package dev.beranda.domain.session

import static java.time.Duration.ofDays
import static java.time.Duration.ofMinutes
import static java.time.Duration.ofNanos
import static java.time.Duration.ofSeconds

import dev.beranda.domain.session.Session.EndReason
import dev.beranda.domain.session.Session.State
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.shared.Role
import dev.beranda.domain.user.UserId
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class SessionSpec extends Specification {

    static final Instant LOGIN = Instant.parse("2026-03-01T12:00:00Z")
    static final SessionLifetimes LIFETIMES = new SessionLifetimes(ofMinutes(15), ofDays(30), ofDays(180), ofSeconds(10))
    static final Duration IDLE = LIFETIMES.idle()
    static final Duration GRACE = LIFETIMES.grace()
    static final Duration MOMENT = ofNanos(1)

    static final ID = new SessionId(UUID.fromString("01920000-0000-7000-8000-0000000000f1"))
    static final USER = new UserId(UUID.fromString("01920000-0000-7000-8000-0000000000a1"))
    static final SOMEBODY_ELSE = new UserId(UUID.fromString("01920000-0000-7000-8000-0000000000a2"))
    static final BEARER = new Bearer(USER, Role.AUTHOR, 3, false)
    static final AT_HOME = new Device("Sari's phone", "Firefox", new ClientAddress("203.0.113.5", "203.0.113.5"))
    static final ON_THE_TRAIN = new Device("", "Firefox", new ClientAddress("198.51.100.7", "198.51.100.7"))

    def "a login opens the first generation of a session that ends on its last day, whatever happens"() {
        expect:
        open() == new Opening(
                new Session(ID, BEARER, AT_HOME, 1, LOGIN, LOGIN, LOGIN + ofDays(180), new State.Open(), 0),
                new SessionEvent.Opened(ID, USER, AT_HOME, LOGIN))
    }

    def "the good token begins the next generation"() {
        given:
        def later = LOGIN + ofDays(3)

        when:
        def refreshing = session().refresh(claim(1), ON_THE_TRAIN, LIFETIMES, later)

        then:
        refreshing == new Refreshing.Rotated(new Session(
                ID, BEARER, AT_HOME.seenAt(ON_THE_TRAIN.address()), 2, LOGIN, later, LOGIN + ofDays(180), new State.Open(), 0))
    }

    def "#shown, shown #when after the third was given out: #what"() {
        given:
        def session = sessionInGeneration(3)

        expect:
        what.isInstance(session.refresh(claim(generation), ON_THE_TRAIN, LIFETIMES, session.refreshedAt() + after))

        where:
        shown             | generation | when                    | after          || what
        "the third token" | 3          | "at once"               | Duration.ZERO  || Refreshing.Rotated
        "the third token" | 3          | "in the last moment"    | IDLE - MOMENT  || Refreshing.Rotated
        "the third token" | 3          | "after idling too long" | IDLE           || Refreshing.Over
        "the second"      | 2          | "at once"               | Duration.ZERO  || Refreshing.Repeated
        "the second"      | 2          | "in the last moment"    | GRACE          || Refreshing.Repeated
        "the second"      | 2          | "a moment too late"     | GRACE + MOMENT || Refreshing.Reused
        "the second"      | 2          | "after idling too long" | IDLE           || Refreshing.Over
        "the first"       | 1          | "at once"               | Duration.ZERO  || Refreshing.Reused
        "the first"       | 1          | "in the last moment"    | GRACE          || Refreshing.Reused
        "the first"       | 1          | "after idling too long" | IDLE           || Refreshing.Over
        "a fourth"        | 4          | "at once"               | Duration.ZERO  || Refreshing.Over
    }

    def "whoever repeats a refresh gets the same successor: the session stays as it is"() {
        given:
        def session = sessionInGeneration(3)

        expect:
        session.refresh(claim(2), ON_THE_TRAIN, LIFETIMES, session.refreshedAt() + GRACE) == new Refreshing.Repeated(session)
    }

    def "repeating a refresh does not lengthen the grace"() {
        given:
        def session = sessionInGeneration(3)
        def repeated = session.refresh(claim(2), ON_THE_TRAIN, LIFETIMES, session.refreshedAt() + GRACE) as Refreshing.Repeated

        expect:
        repeated.session().refresh(claim(2), ON_THE_TRAIN, LIFETIMES, session.refreshedAt() + GRACE + MOMENT) instanceof Refreshing.Reused
    }

    def "a copied token ends the session for everybody, with news of where it was shown"() {
        given:
        def session = sessionInGeneration(3)
        def then = session.refreshedAt() + ofMinutes(1)

        when:
        def reused = session.refresh(claim(1), ON_THE_TRAIN, LIFETIMES, then) as Refreshing.Reused

        then:
        reused.session().state() == new State.Ended(then, EndReason.REFRESH_TOKEN_REUSED)
        reused.event() == new SessionEvent.RefreshTokenReused(ID, USER, ON_THE_TRAIN, then)

        and: "the newest token is no good either"
        reused.session().refresh(claim(3), AT_HOME, LIFETIMES, then) == new Refreshing.Over()
    }

    def "however often it is refreshed, a session ends on its last day"() {
        given:
        def busy = (1..179).inject(session()) { session, day -> rotated(session, LOGIN + ofDays(day)) }

        expect:
        what.isInstance(busy.refresh(claim(180), AT_HOME, LIFETIMES, LOGIN + after))

        where:
        after                || what
        ofDays(180) - MOMENT || Refreshing.Rotated
        ofDays(180)          || Refreshing.Over
    }

    def "nothing refreshes a session that has ended: #reason"() {
        given:
        def ended = (session().end(reason, LOGIN) as Ending.Ended).session()

        expect:
        !ended.isAlive(LIFETIMES, LOGIN)
        [0, 1, 2].every { ended.refresh(claim(it), AT_HOME, LIFETIMES, LOGIN) == new Refreshing.Over() }

        where:
        reason << EndReason.values()
    }

    def "who came in #ago may change the ways in: #may"() {
        expect:
        session().isFresh(LOGIN + ago) == may
        !(session().end(EndReason.LOGGED_OUT, LOGIN) as Ending.Ended).session().isFresh(LOGIN + ago)

        where:
        ago                    || may
        Duration.ZERO          || true
        Session.FRESH - MOMENT || true
        Session.FRESH          || false
    }

    def "nothing refreshes the session of somebody who is barred"() {
        given:
        def barred = Session.open(ID, new Bearer(USER, Role.AUTHOR, 4, true), AT_HOME, LIFETIMES, LOGIN).session()

        expect:
        !barred.isAlive(LIFETIMES, LOGIN)
        [0, 1, 2].every { barred.refresh(claim(it), AT_HOME, LIFETIMES, LOGIN) == new Refreshing.Over() }
    }

    def "a session is ended once"() {
        given:
        def ended = session().end(EndReason.LOGGED_OUT, LOGIN + ofDays(1)) as Ending.Ended

        expect:
        ended.session().state() == new State.Ended(LOGIN + ofDays(1), EndReason.LOGGED_OUT)
        ended.event() == new SessionEvent.Ended(ID, USER, EndReason.LOGGED_OUT, LOGIN + ofDays(1))
        ended.session().end(EndReason.ENDED_BY_OWNER, LOGIN + ofDays(2)) == new Ending.AlreadyEnded()
    }

    def "an access token lasts its time, but never longer than its session"() {
        expect:
        session().accessUntil(LIFETIMES, LOGIN + after) == LOGIN + until

        where:
        after                        || until
        Duration.ZERO                || ofMinutes(15)
        ofDays(180) - ofMinutes(15)  || ofDays(180)
        ofDays(180) - ofMinutes(1)   || ofDays(180)
    }

    def "a session that nobody uses has as long as it may idle, but never longer than to its last day"() {
        given:
        def session = rotated(session(), LOGIN + refreshed)

        expect:
        session.idleLeft(LIFETIMES, LOGIN + refreshed + later) == left

        where:
        refreshed  | later         || left
        ofDays(1)  | Duration.ZERO || ofDays(30)
        ofDays(1)  | ofDays(10)    || ofDays(20)
        ofDays(29) | Duration.ZERO || ofDays(30)
    }

    def "near its last day a session has only until then"() {
        given:
        def busy = (1..170).inject(session()) { session, day -> rotated(session, LOGIN + ofDays(day)) }

        expect:
        busy.idleLeft(LIFETIMES, LOGIN + ofDays(172)) == ofDays(8)
    }

    def "a session belongs to who opened it"() {
        expect:
        session().belongsTo(USER)
        !session().belongsTo(SOMEBODY_ELSE)
    }

    def "lifetimes hold together: #what"() {
        when:
        new SessionLifetimes(access, idle, absolute, grace)

        then:
        thrown(IllegalArgumentException)

        where:
        what                                         | access     | idle       | absolute    | grace
        "an access token does not outlive idling"    | ofDays(31) | ofDays(30) | ofDays(180) | ofSeconds(10)
        "idling does not outlive the session"        | ofDays(1)  | ofDays(31) | ofDays(30)  | ofSeconds(10)
        "grace is not granted before it is asked for" | ofDays(1)  | ofDays(30) | ofDays(180) | ofSeconds(-1)
    }

    private static Opening open() {
        Session.open(ID, BEARER, AT_HOME, LIFETIMES, LOGIN)
    }

    private static Session session() {
        open().session()
    }

    private static Session sessionInGeneration(int generation) {
        (2..generation).inject(session()) { session, number -> rotated(session, session.refreshedAt() + ofDays(1)) }
    }

    private static Session rotated(Session session, Instant now) {
        (session.refresh(claim(session.generation()), AT_HOME, LIFETIMES, now) as Refreshing.Rotated).session()
    }

    private static RefreshClaim claim(int generation) {
        new RefreshClaim(ID, generation)
    }
}

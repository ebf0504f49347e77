package dev.beranda.domain.session

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.session.Session.EndReason
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.user.Users
import java.time.Duration
import spock.lang.Specification

abstract class SessionsContract extends Specification {

    abstract Sessions getSessions()

    /// Those the sessions belong to.
    abstract Users getUsers()

    def ayu = People.somebody()
    def session = SomeSession.of(ayu)

    def setup() {
        users.add(ayu)
    }

    def "a session is found as it was begun"() {
        when:
        sessions.add(session)

        then:
        sessions.find(session.id()).get() == session
    }

    def "what a device says of itself is kept as it is"() {
        given:
        def device = new Device('Telepon 📱', '', new ClientAddress('2001:db8::1', '2001:db8::/64'))
        def begun = Session.open(session.id(), session.bearer(), device, SessionLifetimes.USUAL, People.NOW).session()

        when:
        sessions.add(begun)

        then:
        sessions.find(session.id()).get().device() == device
    }

    def "no session is found that was never begun"() {
        expect:
        sessions.find(session.id()).empty
        sessions.openOf(ayu.id()).empty
    }

    def "its bearer may do what they may do now, not what they might at the login"() {
        given:
        sessions.add(session)

        when:
        def promoted = ayu.assign(Role.EDITOR, People.newId(), People.NOW).user()
        users.save(promoted)
        users.save(users.find(ayu.id()).get().disable(People.newId(), People.NOW).user())

        then:
        sessions.find(session.id()).get().bearer() == new Bearer(ayu.id(), Role.EDITOR, 2, true)
        sessions.openOf(ayu.id())*.bearer() == [new Bearer(ayu.id(), Role.EDITOR, 2, true)]
    }

    def "a refresh is there for the next who looks, and counted"() {
        given:
        sessions.add(session)
        def later = People.NOW.plus(Duration.ofMinutes(10))

        when:
        sessions.save(SomeSession.refreshed(session, later))

        then:
        with(sessions.find(session.id()).get()) {
            generation() == 2
            refreshedAt() == later
            openedAt() == People.NOW
            version() == 1
        }
    }

    def "a session that ended says when and why: #reason"() {
        given:
        sessions.add(session)
        def ended = SomeSession.ended(session, reason)

        when:
        sessions.save(ended)

        then:
        sessions.find(session.id()).get().state() == ended.state()

        where:
        reason << EndReason.values()
    }

    def "the open ones of one person come the newest first"() {
        given:
        def older = SomeSession.of(ayu, People.NOW.minus(Duration.ofDays(2)))
        def over = SomeSession.of(ayu, People.NOW.minus(Duration.ofDays(1)))
        def budi = People.somebody()
        users.add(budi)

        when:
        [older, session, over, SomeSession.of(budi)].each { sessions.add(it) }
        sessions.save(SomeSession.ended(over))

        then:
        sessions.openOf(ayu.id()) == [session, older]
    }

    def "a session attests from where its owner came last"() {
        given:
        def there = new ClientAddress('2001:db8::1', '2001:db8::/64')
        def budi = People.somebody()
        users.add(budi)

        when:
        sessions.add(session)

        then:
        sessions.attest(ayu.id(), session.device().address().network())
        !sessions.attest(ayu.id(), there.network())
        !sessions.attest(budi.id(), session.device().address().network())

        when:
        def moved = session.refresh(new RefreshClaim(session.id(), 1), session.device().seenAt(there), SessionLifetimes.USUAL, People.NOW)
        sessions.save((moved as Refreshing.Rotated).session())

        then:
        sessions.attest(ayu.id(), there.network())
        !sessions.attest(ayu.id(), session.device().address().network())
    }

    def "one that ended attests it as well, unless its end raises a doubt: #reason"() {
        given:
        sessions.add(session)

        when:
        sessions.save(SomeSession.ended(session, reason))

        then:
        sessions.attest(ayu.id(), session.device().address().network()) == attested

        where:
        reason << EndReason.values()
        attested = !(reason in [
                EndReason.ENDED_BY_OWNER, EndReason.REFRESH_TOKEN_REUSED, EndReason.EMAIL_TAKEN_BACK,
                EndReason.REFUSED_BY_OWNER, EndReason.ADDRESS_PROVEN, EndReason.UNHEARD_OF])
    }

    def "who decided on an old state is told so"() {
        given:
        sessions.add(session)
        sessions.save(SomeSession.ended(session))

        when:
        sessions.save(SomeSession.refreshed(session, People.NOW.plusSeconds(1)))

        then:
        thrown(StaleAggregate)
        sessions.find(session.id()).get().state() instanceof Session.State.Ended
    }

    def "of many who refresh one session at once, one does"() {
        given:
        sessions.add(session)

        when:
        def outcomes = Race.of(50) { sessions.save(SomeSession.refreshed(session, People.NOW.plusSeconds(it))) }

        then:
        outcomes.count { it == null } == 1
        outcomes.count { it instanceof StaleAggregate } == 49
        sessions.find(session.id()).get().generation() == 2
    }
}

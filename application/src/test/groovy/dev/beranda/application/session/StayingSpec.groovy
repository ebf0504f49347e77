package dev.beranda.application.session

import dev.beranda.application.UseCaseSpecification
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.session.Access
import dev.beranda.domain.session.AccessToken
import dev.beranda.domain.session.RefreshToken
import dev.beranda.domain.session.Session.EndReason
import dev.beranda.domain.session.SessionEvent
import dev.beranda.domain.session.SessionId
import dev.beranda.domain.user.Suspension
import java.time.Duration

class StayingSpec extends UseCaseSpecification {

    def ayu = registered('ayu')
    def tokens = tokensOf('ayu')
    def access = accessWith(tokens)

    def refreshSession =
            new RefreshSession(sessions, sessions, refreshTokens, issuer, events, transactions, LIFETIMES, clock)
    def logOut = new LogOut(sessions, refreshTokens, events, transactions, clock)
    def leaveSession = new LeaveSession(sessions, refreshTokens, events, transactions, clock)
    def recogniseSession = new RecogniseSession(refreshTokens)
    def endSession = new EndSession(sessions, events, transactions, clock)
    def endOtherSessions = new EndOtherSessions(evictions, transactions, clock)
    def checkAccess = new CheckAccess(accessTokens, revocations)
    def recallAccess = new RecallAccess(accessTokens, revocations)

    def "a refresh token is good for the next pair"() {
        when:
        def next = refresh(tokens.refresh()).tokens()

        then:
        next.refresh().reveal() != tokens.refresh().reveal()
        refresh(next.refresh()) instanceof RefreshSession.Outcome.Refreshed
    }

    def "within the grace window it gets the same successor again, after it the session ends for everybody"() {
        given:
        def next = refresh(tokens.refresh()).tokens()

        when:
        clock.goOn(LIFETIMES.grace())

        then:
        refresh(tokens.refresh()).tokens().refresh().reveal() == next.refresh().reveal()

        when:
        clock.goOn(Duration.ofNanos(1))

        then:
        refresh(tokens.refresh()) instanceof RefreshSession.Outcome.Reused
        events.all.last() instanceof SessionEvent.RefreshTokenReused
        refresh(next.refresh()) == new RefreshSession.Outcome.SessionOver()
        check() == new CheckAccess.Outcome.TakenBack()
    }

    def "a refresh brings what the person may do now"() {
        given:
        users.save(ayu.assign(dev.beranda.domain.shared.Role.EDITOR, ayu.id(), clock.instant()).user())

        expect:
        check() == new CheckAccess.Outcome.TakenBack()
        accessWith(refresh(tokens.refresh()).tokens()).bearer().role() == dev.beranda.domain.shared.Role.EDITOR
    }

    def "who is shut out gets nothing more"() {
        given:
        users.save((ayu.disable(ayu.id(), clock.instant()) as Suspension.Changed).user())

        expect:
        refresh(tokens.refresh()) == new RefreshSession.Outcome.SessionOver()
        check() == new CheckAccess.Outcome.TakenBack()
    }

    def "who was here before is known at once, until anything was taken back"() {
        given:
        def fresh = refresh(tokens.refresh()).tokens().access()

        expect:
        recall(fresh).empty
        recall(tokens.access()) == Optional.of(access)

        when:
        users.save(ayu.assign(dev.beranda.domain.shared.Role.EDITOR, ayu.id(), clock.instant()).user())

        then:
        recall(tokens.access()).empty
    }

    def "nobody is known by a token that is not ours"() {
        given:
        def forged = new AccessToken('nonsense')

        expect:
        checkAccess.check(new CheckAccess.Query(forged)) == new CheckAccess.Outcome.NotValid()
        recall(forged).empty
    }

    def "what is no token of ours opens nothing"() {
        expect:
        refresh(new RefreshToken('nonsense')) == new RefreshSession.Outcome.NotValid()
        checkAccess.check(new CheckAccess.Query(new AccessToken('nonsense'))) == new CheckAccess.Outcome.NotValid()
        logOut.logOut(new LogOut.Command(access, new RefreshToken('nonsense'))) == new LogOut.Outcome.NotValid()
    }

    def "logging out ends the session, by any of its refresh tokens, and twice is once"() {
        given:
        def next = refresh(tokens.refresh()).tokens()

        expect:
        logOut.logOut(new LogOut.Command(access, tokens.refresh())) == new LogOut.Outcome.Done()
        logOut.logOut(new LogOut.Command(access, next.refresh())) == new LogOut.Outcome.Done()
        refresh(next.refresh()) == new RefreshSession.Outcome.SessionOver()
        check() == new CheckAccess.Outcome.TakenBack()
        events.all.count { it instanceof SessionEvent.Ended && it.reason() == EndReason.LOGGED_OUT } == 1
    }

    def "the refresh token alone is enough to leave by, once"() {
        expect:
        leave(tokens.refresh()) == new LeaveSession.Outcome.Left(ayu.id())
        leave(tokens.refresh()) == new LeaveSession.Outcome.NothingToLeave()
        leave(new RefreshToken('nonsense')) == new LeaveSession.Outcome.NothingToLeave()
        refresh(tokens.refresh()) == new RefreshSession.Outcome.SessionOver()
        check() == new CheckAccess.Outcome.TakenBack()
        events.all.count { it instanceof SessionEvent.Ended && it.reason() == EndReason.LOGGED_OUT } == 1
    }

    def "of which session a refresh token is can be told, used or not, and of nonsense nothing"() {
        given:
        def next = refresh(tokens.refresh()).tokens()

        expect:
        [tokens.refresh(), next.refresh()].every { recognise(it).get() == access.session() }
        recognise(new RefreshToken('nonsense')).empty
        [tokens, next].every { it.session() == access.session() }
    }

    def "nobody ends another's session"() {
        given:
        registered('budi')
        def budi = accessWith(tokensOf('budi'))

        expect:
        logOut.logOut(new LogOut.Command(budi, tokens.refresh())) == new LogOut.Outcome.NotValid()
        endSession.end(new EndSession.Command(budi, access.session())) == new EndSession.Outcome.NoSuchSession()
        endSession.end(new EndSession.Command(budi, new SessionId(UUID.randomUUID()))) == new EndSession.Outcome.NoSuchSession()
        check() == new CheckAccess.Outcome.Granted(access)
    }

    def "one's own devices are logged out one by one, or all others at once"() {
        given:
        def (second, third) = [accessWith(tokensOf('ayu')), accessWith(tokensOf('ayu'))]

        expect:
        endSession.end(new EndSession.Command(access, second.session())) == new EndSession.Outcome.Done()
        endSession.end(new EndSession.Command(access, second.session())) == new EndSession.Outcome.NoSuchSession()
        endOtherSessions.endOthers(new EndOtherSessions.Command(access)) == new EndOtherSessions.Outcome(1)
        sessions.openOf(ayu.id())*.id() == [access.session()]
        revocations.cover(third)
    }

    private RefreshSession.Outcome refresh(RefreshToken token) {
        refreshSession.refresh(new RefreshSession.Command(token, SomeSession.LAPTOP))
    }

    private LeaveSession.Outcome leave(RefreshToken token) {
        leaveSession.leave(new LeaveSession.Command(token))
    }

    private Optional<SessionId> recognise(RefreshToken token) {
        recogniseSession.recognise(new RecogniseSession.Query(token))
    }

    private CheckAccess.Outcome check() {
        checkAccess.check(new CheckAccess.Query(tokens.access()))
    }

    private Optional<Access> recall(AccessToken token) {
        recallAccess.recall(new RecallAccess.Query(token))
    }
}

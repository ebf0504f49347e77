package dev.beranda.application.administration

import dev.beranda.application.UseCaseSpecification
import dev.beranda.application.credential.LogIn
import dev.beranda.domain.audit.AuditAction
import dev.beranda.domain.audit.AuditEntry
import dev.beranda.domain.factor.Authenticator
import dev.beranda.domain.factor.FactorEvent
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.letter.LetterEvent
import dev.beranda.domain.letter.Purpose
import dev.beranda.domain.session.SessionEvent
import dev.beranda.domain.shared.BasedOn
import dev.beranda.domain.shared.Origin
import dev.beranda.domain.shared.Role
import dev.beranda.domain.user.Actor
import dev.beranda.domain.user.UserEvent
import dev.beranda.domain.user.UserId

class AdministrationSpec extends UseCaseSpecification {

    static final OFFICE = new Origin(SOMEWHERE, 'request-7')

    def ayu = registered('ayu')
    def boss = People.somebody(role: Role.ADMIN)
    def admin = new Actor(boss.id(), Role.ADMIN)
    def changeAuthority = new ChangeAuthority(users, auditLog, events, transactions, clock)
    def logPersonOut = new LogPersonOut(users, evictions, auditLog, transactions, clock)
    def removeSecondFactor = new RemoveSecondFactor(
            users, authenticators, recoveryCodes, evictions, auditLog, events, transactions, clock)
    def orderPasswordReset = new OrderPasswordReset(users, withdrawPassword, evictions, auditLog, events, transactions, clock)

    def setup() {
        users.add(boss)
    }

    def "an administrator gives roles, and it is news when something changes"() {
        when:
        def outcome = change(ayu.id(), role: Role.AUTHOR)
        change(ayu.id(), role: Role.AUTHOR)

        then:
        outcome == new ChangeAuthority.Outcome.Done(users.find(ayu.id()).get())
        outcome.user().role() == Role.AUTHOR
        outcome.user().version() == ayu.version() + 1
        events.all.count { it instanceof UserEvent.RoleChanged } == 1
        auditLog.all == [noted(AuditAction.ROLE_ASSIGNED, [role: 'reader'], [role: 'author'])]
    }

    def "an administrator takes a second factor that was lost, with every session, and it is news"() {
        given:
        turnOnSecondFactor(ayu)
        sessions.add(SomeSession.of(ayu))

        expect:
        removeSecondFactor.remove(new RemoveSecondFactor.Command(admin, OFFICE, ayu.id())) == new RemoveSecondFactor.Outcome.Removed()
        authenticators.hold(ayu.id()).empty
        recoveryCodes.left(ayu.id()) == 0
        sessions.openOf(ayu.id()).empty
        events.all.last() == new FactorEvent.TurnedOff(ayu.id(), clock.instant())
        auditLog.all == [noted(AuditAction.SECOND_FACTOR_REMOVED, [second_factor: true], [second_factor: false])]

        and: "once"
        removeSecondFactor.remove(new RemoveSecondFactor.Command(admin, OFFICE, ayu.id())) == new RemoveSecondFactor.Outcome.NotOn()
        auditLog.all.size() == 1
    }

    def "nobody else takes it, and no administrator their own"() {
        given:
        turnOnSecondFactor(boss)

        expect:
        removeSecondFactor.remove(new RemoveSecondFactor.Command(admin, OFFICE, boss.id())) == new RemoveSecondFactor.Outcome.NotAllowed()
        removeSecondFactor.remove(new RemoveSecondFactor.Command(new Actor(ayu.id(), Role.EDITOR), OFFICE, boss.id())) ==
                new RemoveSecondFactor.Outcome.NotAllowed()
        removeSecondFactor.remove(new RemoveSecondFactor.Command(admin, OFFICE, People.newId())) == new RemoveSecondFactor.Outcome.NoSuchUser()
        authenticators.hold(boss.id()).present
        auditLog.all.empty
    }

    def "an administrator shuts people out and lets them in again"() {
        when:
        change(ayu.id(), disabled: true)

        then:
        users.find(ayu.id()).get().disabled()

        when:
        change(ayu.id(), disabled: false)

        then:
        !users.find(ayu.id()).get().disabled()
        auditLog.all == [
                noted(AuditAction.USER_DISABLED, [disabled: false], [disabled: true]),
                noted(AuditAction.USER_ENABLED, [disabled: true], [disabled: false])]
    }

    def "both at once is one save, and both are written down"() {
        when:
        def outcome = change(ayu.id(), role: Role.EDITOR, disabled: true)

        then:
        with(outcome.user()) {
            role() == Role.EDITOR
            disabled()
            version() == ayu.version() + 1
        }
        auditLog.all*.action() == [AuditAction.ROLE_ASSIGNED, AuditAction.USER_DISABLED]
    }

    def "who decided on what is no longer so is told, and nothing happens"() {
        given:
        change(ayu.id(), role: Role.AUTHOR)

        expect:
        change(ayu.id(), role: Role.EDITOR, seen: new BasedOn.OneOf([ayu.version()] as Set)) == new ChangeAuthority.Outcome.Stale()
        users.find(ayu.id()).get().role() == Role.AUTHOR
        auditLog.all.size() == 1

        and:
        change(ayu.id(), role: Role.EDITOR, seen: new BasedOn.OneOf([ayu.version() + 1] as Set)) instanceof ChangeAuthority.Outcome.Done
    }

    def "the last administrator stays one, and stays let in: #what"() {
        given: "somebody who was an administrator a moment ago"
        def former = new Actor(People.newId(), Role.ADMIN)

        expect:
        changeAuthority.change(command(former, boss.id(), wishes)) == new ChangeAuthority.Outcome.LastAdministrator()
        users.find(boss.id()).get() == boss
        auditLog.all == []

        where:
        what                 | wishes
        'demoted'            | [role: Role.EDITOR]
        'shut out'           | [disabled: true]
        'both'               | [role: Role.READER, disabled: true]
    }

    def "one administrator of two may go, and who is shut out does not count: #second"() {
        given:
        def other = People.somebody([role: Role.ADMIN] + second)
        users.add(other)

        expect:
        changeAuthority.change(command(new Actor(other.id(), Role.ADMIN), boss.id(), [role: Role.EDITOR])).class == outcome

        where:
        second           || outcome
        [:]              || ChangeAuthority.Outcome.Done
        [disabled: true] || ChangeAuthority.Outcome.LastAdministrator
    }

    def "nobody else may, and an administrator not on themselves: #role"() {
        given:
        def somebody = new Actor(role == Role.ADMIN ? ayu.id() : admin.id(), role)

        expect:
        changeAuthority.change(command(somebody, ayu.id(), [role: Role.ADMIN])) == new ChangeAuthority.Outcome.NotAllowed()
        users.find(ayu.id()).get() == ayu
        auditLog.all == []

        where:
        role << Role.values()
    }

    def "an administrator logs somebody out everywhere"() {
        given:
        2.times { comeIn('ayu') }

        when:
        def outcome = logPersonOut.logOut(new LogPersonOut.Command(admin, OFFICE, ayu.id()))

        then:
        outcome == new LogPersonOut.Outcome.Done(2)
        sessions.openOf(ayu.id()) == []
        events.all.count { it instanceof SessionEvent.Ended } == 2
        auditLog.all == [noted(AuditAction.SESSIONS_ENDED, [sessions: 2], [sessions: 0])]
    }

    def "an administrator has somebody choose a new password: out everywhere, and a letter is on its way"() {
        given:
        comeIn('ayu')

        when:
        def outcome = orderPasswordReset.order(new OrderPasswordReset.Command(admin, OFFICE, ayu.id()))

        then:
        outcome == new OrderPasswordReset.Outcome.Ordered()
        sessions.openOf(ayu.id()) == []
        comeIn('ayu') instanceof LogIn.Outcome.WrongCredentials
        events.all.last() == new LetterEvent.TicketWanted(Purpose.RESET_PASSWORD, ayu.email(), ayu.language(), clock.instant())
        auditLog.all == [noted(AuditAction.PASSWORD_RESET_ORDERED, [sessions: 1], [sessions: 0])]
    }

    def "nobody else logs people out or has them choose passwords: #role"() {
        given:
        comeIn('ayu')
        def somebody = new Actor(boss.id(), role)

        expect:
        logPersonOut.logOut(new LogPersonOut.Command(somebody, OFFICE, ayu.id())) == new LogPersonOut.Outcome.NotAllowed()
        orderPasswordReset.order(new OrderPasswordReset.Command(somebody, OFFICE, ayu.id())) == new OrderPasswordReset.Outcome.NotAllowed()
        sessions.openOf(ayu.id()).size() == 1
        auditLog.all == []

        where:
        role << Role.values() - Role.ADMIN
    }

    def "there may be nobody to act on"() {
        given:
        def nobody = new UserId(UUID.randomUUID())

        expect:
        change(nobody, role: Role.AUTHOR) == new ChangeAuthority.Outcome.NoSuchUser()
        logPersonOut.logOut(new LogPersonOut.Command(admin, OFFICE, nobody)) == new LogPersonOut.Outcome.NoSuchUser()
        orderPasswordReset.order(new OrderPasswordReset.Command(admin, OFFICE, nobody)) == new OrderPasswordReset.Outcome.NoSuchUser()
        auditLog.all == []
    }

    ChangeAuthority.Outcome change(Map<String, ?> wishes, UserId user) {
        changeAuthority.change(command(admin, user, wishes))
    }

    static ChangeAuthority.Command command(Actor by, UserId user, Map<String, ?> wishes) {
        new ChangeAuthority.Command(
                by, OFFICE, user, wishes.seen as BasedOn ?: new BasedOn.Any(), wishes.role as Role, wishes.disabled as Boolean)
    }

    AuditEntry noted(AuditAction action, Map<String, Object> before, Map<String, Object> after) {
        new AuditEntry(clock.instant(), admin.id(), OFFICE, action, ayu.id().toString(), before, after)
    }

    private void turnOnSecondFactor(user) {
        def app = Authenticator.begin(user.id(), totp.seal(user.id(), totp.draw()), clock.instant())
        authenticators.begin(app)
        authenticators.confirm(app, 1, clock.instant())
        recoveryCodes.replace(user.id(), recoveryMint.digestsOf(user.id(), [recoveryMint.draw()]))
    }
}

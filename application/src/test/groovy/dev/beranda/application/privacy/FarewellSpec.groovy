package dev.beranda.application.privacy

import dev.beranda.application.UseCaseSpecification
import dev.beranda.application.administration.CallErasureOff
import dev.beranda.application.administration.OrderErasure
import dev.beranda.application.credential.CloseAccount
import dev.beranda.application.credential.LogIn
import dev.beranda.application.credential.LogInByLetter
import dev.beranda.application.credential.LoginName
import dev.beranda.application.credential.ProveOneself
import dev.beranda.application.credential.ResetPassword
import dev.beranda.application.letter.ForgetLetters
import dev.beranda.application.letter.SendMoveTicket
import dev.beranda.application.letter.SendTicket
import dev.beranda.application.letter.TellOfLeaving
import dev.beranda.application.letter.TellOfNewPassword
import dev.beranda.application.letter.TellOfStaying
import dev.beranda.domain.audit.AuditAction
import dev.beranda.domain.credential.CredentialEvent
import dev.beranda.domain.factor.Authenticator
import dev.beranda.domain.factor.FactorProof
import dev.beranda.domain.factor.TotpCode
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.letter.Content
import dev.beranda.domain.letter.LetterEvent
import dev.beranda.domain.letter.Proof
import dev.beranda.domain.letter.Purpose
import dev.beranda.domain.letter.TicketDesk
import dev.beranda.domain.privacy.FakeLeavers
import dev.beranda.domain.privacy.FakePersonalRecords
import dev.beranda.domain.privacy.PersonalFiles
import dev.beranda.domain.privacy.Piece
import dev.beranda.domain.session.Access
import dev.beranda.domain.session.Session
import dev.beranda.domain.session.SessionEvent
import dev.beranda.domain.shared.BasedOn
import dev.beranda.domain.shared.Content as Bytes
import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.shared.Language
import dev.beranda.domain.shared.Origin
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Actor
import dev.beranda.domain.user.Stay
import dev.beranda.domain.user.UserEvent
import java.time.Duration

/** How people leave, think better of it, and are forgotten. */
class FarewellSpec extends UseCaseSpecification {

    static final GRACE = Duration.ofDays(14)
    static final OFFICE = new Origin(SOMEWHERE, 'request-7')

    def ayu = registered('ayu')
    def records = new FakePersonalRecords(users)
    def leavers = new FakeLeavers(users)
    def desk = new TicketDesk(tickets, seals, letters, transactions)
    def prepareErasure = prepareWith(GRACE)
    def closeAccount = closeWith(prepareErasure)
    def keepAccount = new KeepAccount(inspector, tickets, users, cancelErasure, transactions, clock)
    def findLeavers = new FindLeavers(leavers, clock)
    def eraseLeaver = new EraseLeaver(leavers, records, events, transactions, clock)
    def admin = new Actor(People.newId(), Role.ADMIN)
    def orderErasure = new OrderErasure(prepareErasure, auditLog, transactions, clock)
    def callErasureOff = new CallErasureOff(cancelErasure, auditLog, transactions, clock)

    def "who knows their password leaves: out everywhere, and to be forgotten when the time is up"() {
        given:
        comeIn('ayu')
        def access = accessWith(tokensOf('ayu'))

        when:
        def outcome = close(access)

        then:
        outcome == new CloseAccount.Outcome.Leaving(clock.instant() + GRACE)
        sessions.openOf(ayu.id()) == []
        present.stay() == new Stay.Until(clock.instant() + GRACE)
        present.authority() == ayu.authority() + 1
        events.all.findAll { it instanceof SessionEvent.Ended }*.reason() == [Session.EndReason.ERASURE] * 2
        events.all.findAll { it instanceof UserEvent.Leaving }*.by() == [ayu.id()]
    }

    def "nobody leaves by a wrong password, none at all, or one that is too much tried"() {
        given:
        def access = accessWith(tokensOf('ayu'))

        expect:
        close(access, null) == notProven(new ProveOneself.Refusal.PasswordNeeded())
        (1..10).every { close(access, 'not her password') == notProven(new ProveOneself.Refusal.WrongPassword()) }
        close(access).why() instanceof ProveOneself.Refusal.TooManyAttempts
        present == ayu
    }

    def "who decided on what is no longer so is told"() {
        given:
        def access = accessWith(tokensOf('ayu'))

        expect:
        close(access, 'three unrelated words', new BasedOn.OneOf([ayu.version() + 1] as Set)) == new CloseAccount.Outcome.Stale()
        present == ayu
    }

    def "who has no password has to have come in a moment ago: #ago"() {
        given:
        def budi = People.somebody()
        users.add(budi)
        def session = SomeSession.of(budi, clock.instant())
        sessions.add(session)
        clock.goOn(ago)

        expect:
        closeAccount.close(new CloseAccount.Command(
                new Access(session.bearer(), session.id(), clock.instant(), clock.instant() + Duration.ofMinutes(5)),
                null, null, new BasedOn.Any())).class == outcome
        users.find(budi.id()).get().leaving == left

        where:
        ago                              || outcome                                | left
        Duration.ofSeconds(599)          || CloseAccount.Outcome.Leaving           | true
        Duration.ofMinutes(10)           || CloseAccount.Outcome.NotProven         | false
    }

    def "who has turned a second factor on shows both, but for who came in a moment ago: #who"() {
        given:
        def access = accessWith(tokensOf('ayu'))
        def secret = totp.draw()
        authenticators.begin(Authenticator.begin(ayu.id(), totp.seal(ayu.id(), secret), clock.instant()))
        authenticators.confirm(authenticators.hold(ayu.id()).get(), 1, clock.instant())
        withPassword || credentials.remove(ayu.id())
        clock.goOn(later)

        expect:
        closeAccount.close(command(access, shown, new BasedOn.Any(), code(totp, secret, clock.instant()))) == outcome
        !present.leaving

        where:
        who                           | withPassword | later                    | shown                   | code                              || outcome
        'password, long ago'          | true         | Duration.ofMinutes(15)   | 'three unrelated words' | { t, s, now -> null }             || notProven(new ProveOneself.Refusal.CodeNeeded())
        'password and wrong code'     | true         | Duration.ofMinutes(15)   | 'three unrelated words' | { t, s, now -> t.code(s, now - Duration.ofDays(1)) } || notProven(new ProveOneself.Refusal.WrongCode())
        'wrong code, just now'        | true         | Duration.ZERO            | 'three unrelated words' | { t, s, now -> t.code(s, now - Duration.ofDays(1)) } || notProven(new ProveOneself.Refusal.WrongCode())
        'code and wrong password'     | true         | Duration.ofMinutes(15)   | 'not her password'      | { t, s, now -> t.code(s, now) }   || notProven(new ProveOneself.Refusal.WrongPassword())
        'code alone'                  | true         | Duration.ofMinutes(15)   | null                    | { t, s, now -> t.code(s, now) }   || notProven(new ProveOneself.Refusal.PasswordNeeded())
        'nothing, without a password' | false        | Duration.ofMinutes(15)   | null                    | { t, s, now -> null }             || notProven(new ProveOneself.Refusal.CodeNeeded())
    }

    def "where both are shown, or were a moment ago, they leave: #who"() {
        given:
        def access = accessWith(tokensOf('ayu'))
        def secret = totp.draw()
        authenticators.begin(Authenticator.begin(ayu.id(), totp.seal(ayu.id(), secret), clock.instant()))
        authenticators.confirm(authenticators.hold(ayu.id()).get(), 1, clock.instant())
        withPassword || credentials.remove(ayu.id())
        clock.goOn(later)

        expect:
        closeAccount.close(command(access, shown, new BasedOn.Any(), withCode ? totp.code(secret, clock.instant()) : null)) ==
                new CloseAccount.Outcome.Leaving(clock.instant() + GRACE)
        present.leaving

        where:
        who                              | withPassword | later                  | shown                   | withCode
        'password and code, long ago'    | true         | Duration.ofDays(1)     | 'three unrelated words' | true
        'password alone, a moment ago'   | true         | Duration.ofMinutes(14) | 'three unrelated words' | false
        'code alone, without a password' | false        | Duration.ofDays(1)     | null                    | true
    }

    def "where no time is given, one is forgotten at once"() {
        given:
        def atOnce = closeWith(prepareWith(Duration.ZERO))

        expect:
        atOnce.close(command(accessWith(tokensOf('ayu')))) == new CloseAccount.Outcome.Forgotten()
        users.find(ayu.id()).empty
        events.all.last() instanceof UserEvent.Forgotten
        !events.all.any { it instanceof UserEvent.Leaving }
    }

    def "the last administrator cannot leave, and one who is leaving is none"() {
        given:
        def other = People.somebody(role: Role.ADMIN)
        users.add(other)
        users.save(users.find(ayu.id()).get().assign(Role.ADMIN, other.id(), clock.instant()).user())

        expect:
        close(accessWith(tokensOf('ayu'))) instanceof CloseAccount.Outcome.Leaving
        orderErasure.order(new OrderErasure.Command(admin, OFFICE, other.id(), new BasedOn.Any())) == new OrderErasure.Outcome.LastAdministrator()
        !users.find(other.id()).get().leaving
    }

    def "no door opens for who is leaving, and only who shows they know more is told why"() {
        given:
        leave()

        expect:
        comeIn('ayu', 'not her password') == new LogIn.Outcome.WrongCredentials()
        comeIn('ayu') == new LogIn.Outcome.AccountLeaving(clock.instant() + GRACE)
        sessions.openOf(ayu.id()) == []
    }

    def "old letters open no door either: #purpose"() {
        given:
        sendTicket(purpose)
        def token = letters.all.last().content().token()
        leave()

        when:
        def outcome = purpose == Purpose.LOG_IN
                ? new LogInByLetter(inspector, tickets, users, credentials, takeUnprovenAccount, letIn, events, transactions, clock)
                    .logIn(new LogInByLetter.Command(new Proof.Link(token), SomeSession.LAPTOP))
                : new ResetPassword(inspector, tickets, users, credentials, policy, hasher, takeUnprovenAccount, evictions, annulment, events,
                        transactions, throttle, clock)
                    .reset(new ResetPassword.Command(new Proof.Link(token), password('another three words')))

        then:
        outcome.class == refusal
        !events.all.any { it instanceof CredentialEvent.PasswordReset }
        sessions.openOf(ayu.id()) == []

        where:
        purpose                || refusal
        Purpose.LOG_IN         || LogInByLetter.Outcome.AccountLeaving
        Purpose.RESET_PASSWORD || ResetPassword.Outcome.NotGood
    }

    def "who is leaving and wants in is sent what lets them stay: #purpose"() {
        given:
        leave()

        when:
        sendTicket(purpose)

        then:
        letters.all.last().content().purpose() == Purpose.KEEP_ACCOUNT
        letters.all.last().content().expiresAt() == clock.instant() + GRACE

        where:
        purpose << [Purpose.LOG_IN, Purpose.RESET_PASSWORD]
    }

    def "who is leaving is not asked to confirm anything, and who stays is sent nothing to stay by"() {
        when:
        sendTicket(Purpose.KEEP_ACCOUNT)
        leave()
        sendTicket(Purpose.CONFIRM_EMAIL)

        then:
        letters.all == []
    }

    def "who logs in to keep the account keeps it and is in; who came in meanwhile is out"() {
        given:
        leave()
        def stray = SomeSession.of(present, clock.instant())
        sessions.add(stray)

        when:
        def outcome = logIn.logIn(new LogIn.Command(
                LoginName.of('ayu'), password('three unrelated words'), SomeSession.LAPTOP, true))

        then:
        outcome.user() == present
        present.stay() == new Stay.ForGood()
        sessions.openOf(ayu.id())*.id() == [accessWith(outcome.tokens()).session()]
        accessWith(outcome.tokens()).bearer().authority() == present.authority()
        events.all.count { it instanceof UserEvent.Remained } == 1
    }

    def "to say keep where nobody leaves changes nothing"() {
        expect:
        logIn.logIn(new LogIn.Command(LoginName.of('ayu'), password('three unrelated words'), SomeSession.LAPTOP, true)).user() == ayu
        !events.all.any { it instanceof UserEvent.Remained }
    }

    def "the letter tells until when, and keeps the account, once"() {
        given:
        leave()
        tellOfLeaving()
        def letter = letters.all.last().content() as Content.Invitation

        expect:
        letter.expiresAt() == clock.instant() + GRACE
        keep(letter) == new KeepAccount.Outcome.Kept()
        present.stay() == new Stay.ForGood()
        keep(letter) == new KeepAccount.Outcome.NotGood()

        when:
        new TellOfStaying(users, letters).tell(new TellOfStaying.Command(uuids.next(), events.all.last()))

        then:
        letters.all.last().content() == new Content.AccountKept(clock.instant())
    }

    def "the letter is no good any more: #when"() {
        given:
        leave()
        tellOfLeaving()
        def letter = letters.all.last().content() as Content.Invitation
        what(this)

        expect:
        keep(letter) == new KeepAccount.Outcome.NotGood()

        where:
        when                      | what
        'when the time is up'     | { it.clock.goOn(GRACE) }
        'for who is shut out'     | { it.users.save(it.present.disable(it.admin.id(), it.clock.instant()).user()) }
        'when they are forgotten' | { it.users.forget(it.ayu.id()) }
    }

    def "no letter goes to who thought better of it, was shut out, or is gone"() {
        given:
        leave()
        def news = events.all.find { it instanceof UserEvent.Leaving }
        what(this)

        when:
        new TellOfLeaving(users, desk).tell(new TellOfLeaving.Command(uuids.next(), news))

        then:
        letters.all == []

        where:
        what << [
                { it.cancelErasure.cancel(new CancelErasure.Command(it.ayu.id())) },
                { it.users.save(it.present.disable(it.admin.id(), it.clock.instant()).user()) },
                { it.users.forget(it.ayu.id()) },
        ]
    }

    def "when the time is up one is forgotten, not before, and once"() {
        given:
        leave()

        expect:
        erase() == new EraseLeaver.Outcome.NotNow()
        findLeavers.find(new FindLeavers.Query(10)) == []

        when:
        clock.goOn(GRACE)

        then:
        findLeavers.find(new FindLeavers.Query(10)) == [ayu.id()]
        erase() == new EraseLeaver.Outcome.Forgotten()
        users.find(ayu.id()).empty
        erase() == new EraseLeaver.Outcome.NotNow()
        events.all.count { it instanceof UserEvent.Forgotten } == 1
    }

    def "who thought better of it is not forgotten, however late the round"() {
        given:
        leave()
        clock.goOn(GRACE + GRACE)
        cancelErasure.cancel(new CancelErasure.Command(ayu.id()))

        expect:
        erase() == new EraseLeaver.Outcome.NotNow()
        users.find(ayu.id()).present
    }

    def "an administrator has people forgotten and calls it off, and both are written down, once"() {
        when:
        def first = order()
        def again = order()

        then:
        first == new OrderErasure.Outcome.Leaving(clock.instant() + GRACE)
        again == first
        auditLog.all*.action() == [AuditAction.ERASURE_ORDERED]

        when:
        2.times { assert callOff() == new CallErasureOff.Outcome.Done() }

        then:
        !present.leaving
        auditLog.all*.action() == [AuditAction.ERASURE_ORDERED, AuditAction.ERASURE_CALLED_OFF]
    }

    def "nobody else does, nobody does it to themselves by this door, and nobody is nobody"() {
        expect:
        order(new Actor(admin.id(), Role.EDITOR)) == new OrderErasure.Outcome.NotAllowed()
        order(new Actor(ayu.id(), Role.ADMIN)) == new OrderErasure.Outcome.NotAllowed()
        callOff(new Actor(admin.id(), Role.EDITOR)) == new CallErasureOff.Outcome.NotAllowed()
        order(admin, People.newId()) == new OrderErasure.Outcome.NoSuchUser()
        callOff(admin, People.newId()) == new CallErasureOff.Outcome.NoSuchUser()
        auditLog.all == []
        present == ayu
    }

    def "everything is told, as often as is reasonable"() {
        given:
        def told = []
        def files = { person, most -> [] } as PersonalFiles
        def export = new ExportPersonalData([records], files, transactions, throttle)

        expect:
        (1..5).every { export.export(new ExportPersonalData.Query(ayu.id(), { told << it })) == new ExportPersonalData.Outcome.Told() }
        told*.facts().unique() == [[email: 'ayu@example.com']]
        export.export(new ExportPersonalData.Query(ayu.id(), { told << it })) instanceof ExportPersonalData.Outcome.TooManyAttempts
        told.size() == 5
    }

    def "files come last, and nobody's transaction waits for them"() {
        given:
        def told = []
        def isOpen = false
        def watched = [look: { isOpen = true; def found = it.get(); isOpen = false; found }] as Transactions
        def files = { person, most ->
            assert isOpen && person == ayu.id() && most == ExportPersonalData.MOST_BYTES
            [new Piece.Enclosure('media', 'boat.jpg', { Optional.of(Bytes.of('boat'.bytes)) })]
        } as PersonalFiles
        def export = new ExportPersonalData([records], files, watched, throttle)

        when:
        export.export(new ExportPersonalData.Query(ayu.id(), { told << [it, isOpen] }))

        then:
        told*.first()*.word() == ['user', 'media']
        told*.last() == [true, false]
    }

    def "what is kept of letters to somebody goes, wherever they were sent; what is of others stays"() {
        given:
        def budi = registered('budi')
        def tell = new TellOfNewPassword(users, letters)
        [ayu, budi].each { tell.tell(new TellOfNewPassword.Command(uuids.next(), it.id(), clock.instant())) }
        def move = new SendMoveTicket(users, desk, letters, clock)
        move.send(new SendMoveTicket.Command(uuids.next(), new LetterEvent.MoveWanted(ayu.id(), new EmailAddress('elsewhere@example.com'), clock.instant())))
        move.send(new SendMoveTicket.Command(uuids.next(), new LetterEvent.MoveWanted(ayu.id(), budi.email(), clock.instant())))

        when:
        new ForgetLetters(letters).forget(new ForgetLetters.Command(new UserEvent.Forgotten(ayu.id(), clock.instant())))

        then:
        letters.all*.to() == [budi.email()] * 2
    }

    private getPresent() {
        users.find(ayu.id()).get()
    }

    private PrepareErasure prepareWith(Duration grace) {
        new PrepareErasure(users, evictions, records, events, transactions, clock, new PrepareErasure.ErasureRules(grace))
    }

    private CloseAccount closeWith(PrepareErasure prepare) {
        new CloseAccount(proveOneself, prepare)
    }

    private static CloseAccount.Outcome notProven(ProveOneself.Refusal why) {
        new CloseAccount.Outcome.NotProven(why)
    }

    private static CloseAccount.Command command(
            Access access, String password = 'three unrelated words', BasedOn seen = new BasedOn.Any(), TotpCode code = null) {
        new CloseAccount.Command(
                access, password ? this.password(password) : null, code ? new FactorProof.OfApp(code) : null, seen)
    }

    private CloseAccount.Outcome close(
            Access access, String password = 'three unrelated words', BasedOn seen = new BasedOn.Any()) {
        closeAccount.close(command(access, password, seen))
    }

    private void leave() {
        assert close(accessWith(tokensOf('ayu'))) instanceof CloseAccount.Outcome.Leaving
    }

    private void sendTicket(Purpose purpose) {
        new SendTicket(users, desk, clock).send(new SendTicket.Command(uuids.next(),
                new LetterEvent.TicketWanted(purpose, ayu.email(), Language.ENGLISH, clock.instant())))
    }

    private void tellOfLeaving() {
        def news = events.all.find { it instanceof UserEvent.Leaving }
        new TellOfLeaving(users, desk).tell(new TellOfLeaving.Command(uuids.next(), news))
    }

    private KeepAccount.Outcome keep(Content.Invitation letter) {
        keepAccount.keep(new KeepAccount.Command(new Proof.Link(letter.token())))
    }

    private EraseLeaver.Outcome erase() {
        eraseLeaver.erase(new EraseLeaver.Command(ayu.id()))
    }

    private OrderErasure.Outcome order(Actor by = admin, user = ayu.id()) {
        orderErasure.order(new OrderErasure.Command(by, OFFICE, user, new BasedOn.Any()))
    }

    private CallErasureOff.Outcome callOff(Actor by = admin, user = ayu.id()) {
        callErasureOff.callOff(new CallErasureOff.Command(by, OFFICE, user))
    }
}

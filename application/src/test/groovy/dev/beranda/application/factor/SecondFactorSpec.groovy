package dev.beranda.application.factor

import dev.beranda.application.UseCaseSpecification
import dev.beranda.application.credential.LogIn
import dev.beranda.application.credential.LogInByLetter
import dev.beranda.application.credential.ProveBothFactors
import dev.beranda.application.credential.RenewRecoveryCodes
import dev.beranda.application.credential.TurnOffSecondFactor
import dev.beranda.domain.factor.Challenge
import dev.beranda.domain.factor.ChallengeToken
import dev.beranda.domain.factor.Demand
import dev.beranda.domain.factor.FactorEvent
import dev.beranda.domain.factor.FactorKind
import dev.beranda.domain.factor.FactorProof
import dev.beranda.domain.factor.RecoveryCode
import dev.beranda.domain.factor.TotpCode
import dev.beranda.domain.factor.TotpSecret
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.letter.Proof
import dev.beranda.domain.letter.Purpose
import dev.beranda.domain.letter.Ticket
import dev.beranda.domain.letter.TicketId
import dev.beranda.domain.session.Session
import dev.beranda.domain.session.SessionEvent
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.user.Suspension
import java.time.Duration

class SecondFactorSpec extends UseCaseSpecification {

    static final HALF_A_MINUTE = Duration.ofSeconds(30)

    def begin = new BeginSecondFactor(users, sessions, authenticators, totp, transactions, clock)
    def turnOn = new TurnOnSecondFactor(
            authenticators, totp, recoveryCodes, recoveryMint, sessions, evictions, events, transactions, throttle, clock)
    def logInWithCode = logInWithCodeBy(new LetIn.AdmissionRules(false))
    def logInByLetter = new LogInByLetter(inspector, tickets, users, credentials, takeUnprovenAccount, letIn, events, transactions, clock)

    def turnOff = new TurnOffSecondFactor(proveBothFactors, authenticators, recoveryCodes, evictions, events, clock)
    def renew = new RenewRecoveryCodes(proveBothFactors, recoveryCodes, recoveryMint, events, clock)

    def ayu = registered('ayu')
    TotpSecret secret
    List<RecoveryCode> paper

    def "an app that was begun with changes nothing"() {
        when:
        begin.begin(new BeginSecondFactor.Command(accessWith(tokensOf('ayu'))))

        then:
        comeIn('ayu') instanceof LogIn.Outcome.Welcome
    }

    def "from the moment the app was shown to work, nobody comes in by the password alone"() {
        given:
        turnedOn()

        when:
        def outcome = comeIn('ayu')

        then:
        outcome instanceof LogIn.Outcome.SecondFactorWanted
        outcome.demand().kinds() == [FactorKind.TOTP, FactorKind.RECOVERY_CODE] as Set
        outcome.demand().expiresIn() == Challenge.LIFETIME
        sessions.openOf(ayu.id()).size() == 1
        comeIn('ayu', 'not the password') == new LogIn.Outcome.WrongCredentials()
    }

    def "nor by a letter alone, which is used up by it"() {
        given:
        users.save(ayu.confirm(ayu.email(), clock.instant()).user())
        turnedOn()
        def ticket = Ticket.issue(new TicketId(uuids.next()), ayu.id(), Purpose.LOG_IN, ayu.email(), clock.instant())
        tickets.issue(ticket)
        def command = new LogInByLetter.Command(new Proof.Link(seals.tokenOf(ticket)), SomeSession.LAPTOP)

        when:
        def outcome = logInByLetter.logIn(command)

        then:
        outcome instanceof LogInByLetter.Outcome.SecondFactorWanted
        sessions.openOf(ayu.id()).size() == 1
        logInByLetter.logIn(command) == new LogInByLetter.Outcome.NotGood()
        finish(outcome.demand(), code()) instanceof LogInWithCode.Outcome.Welcome
    }

    def "turning it on ends every other session, and says so"() {
        given:
        def elsewhere = accessWith(tokensOf('ayu'))

        when:
        def here = turnedOn()

        then:
        sessions.openOf(ayu.id())*.id() == [here.session()]
        sessions.find(elsewhere.session()).get().state().reason() == Session.EndReason.SECOND_FACTOR_CHANGED
        events.all.last() == new FactorEvent.TurnedOn(ayu.id(), clock.instant() - HALF_A_MINUTE)
        paper*.reveal().toSet().size() == RecoveryCode.SET
    }

    def "whose session has ended turns nothing on, though their token may be good for a moment"() {
        given:
        def caller = accessWith(tokensOf('ayu'))
        secret = begin.begin(new BeginSecondFactor.Command(caller)).secret()

        when:
        evictions.endAll(ayu.id(), Session.EndReason.REFUSED_BY_OWNER, clock.instant())

        then:
        turnOn.turnOn(new TurnOnSecondFactor.Command(caller, code())) == new TurnOnSecondFactor.Outcome.NotBegun()
        begin.begin(new BeginSecondFactor.Command(caller)) == new BeginSecondFactor.Outcome.LoggedInLongAgo()
        comeIn('ayu') instanceof LogIn.Outcome.Welcome
    }

    def "password and code together let in, on the device that shows the code"() {
        given:
        turnedOn()
        def phone = SomeSession.LAPTOP.seenAt(new ClientAddress('198.51.100.1', '198.51.100.1'))

        when:
        def outcome = finish(demand(), code(), phone)

        then:
        outcome instanceof LogInWithCode.Outcome.Welcome
        outcome.user().id() == ayu.id()
        def access = accessWith(outcome.tokens())
        events.all.findAll { it instanceof SessionEvent.Opened }.last() == new SessionEvent.Opened(access.session(), ayu.id(), phone, clock.instant())
    }

    def "a code of the app is good once, and none before it any more"() {
        given:
        turnedOn()
        def (earlier, present) = [totp.code(secret, clock.instant() - HALF_A_MINUTE), totp.code(secret, clock.instant())]

        expect:
        finish(demand(), present) instanceof LogInWithCode.Outcome.Welcome
        finish(demand(), present) == new LogInWithCode.Outcome.WrongCode()
        finish(demand(), earlier) == new LogInWithCode.Outcome.WrongCode()
    }

    def "the code that turned it on does not let in"() {
        given:
        turnedOn(false)

        expect:
        finish(demand(), totp.code(secret, clock.instant())) == new LogInWithCode.Outcome.WrongCode()
    }

    def "a recovery code is good once, and its use is told"() {
        given:
        turnedOn()

        expect:
        finish(demand(), paper[3]) instanceof LogInWithCode.Outcome.Welcome
        events.all.contains(new FactorEvent.RecoveryCodeUsed(ayu.id(), RecoveryCode.SET - 1, clock.instant()))
        finish(demand(), paper[3]) == new LogInWithCode.Outcome.WrongCode()
        finish(demand(), paper[4]) instanceof LogInWithCode.Outcome.Welcome
    }

    def "who has used up all recovery codes is not asked for one"() {
        given:
        turnedOn()
        paper.each { assert finish(demand(), it) instanceof LogInWithCode.Outcome.Welcome }

        expect:
        demand().kinds() == [FactorKind.TOTP] as Set
    }

    def "a challenge is used once"() {
        given:
        turnedOn()
        def demand = demand()
        finish(demand, paper[0])

        expect:
        finish(demand, paper[1]) == new LogInWithCode.Outcome.NotGood()
        finish(this.demand(), paper[1]) instanceof LogInWithCode.Outcome.Welcome
    }

    def "a challenge is good for a short while"() {
        given:
        turnedOn()
        def demand = demand()

        when:
        clock.goOn(Challenge.LIFETIME)

        then:
        finish(demand, code()) == new LogInWithCode.Outcome.NotGood()
    }

    def "what is no challenge of ours lets nobody in"() {
        expect:
        logInWithCode.logIn(new LogInWithCode.Command(
                new ChallengeToken(tokensOf('ayu').refresh().reveal()), new FactorProof.OfApp(new TotpCode('123456')), SomeSession.LAPTOP)) ==
                new LogInWithCode.Outcome.NotGood()
    }

    def "so many wrong codes and the challenge is worth nothing, not even with the right one"() {
        given:
        turnedOn()
        def demand = demand()

        expect:
        Challenge.MOST_GUESSES.times { assert finish(demand, wrong()) == new LogInWithCode.Outcome.WrongCode() }
        finish(demand, code()) == new LogInWithCode.Outcome.TooManyAttempts(LogInWithCode.PER_CHALLENGE, Challenge.LIFETIME)
    }

    def "wrong codes are counted on the account, over all challenges, and the right one does not help then"() {
        given:
        turnedOn()
        LogInWithCode.PER_ACCOUNT.attempts().times { finish(demand(), wrong()) }

        expect:
        def refused = finish(demand(), code())
        refused instanceof LogInWithCode.Outcome.TooManyAttempts
        refused.allowance() == LogInWithCode.PER_ACCOUNT

        when:
        clock.goOn(refused.retryAfter())

        then:
        finish(demand(), code()) instanceof LogInWithCode.Outcome.Welcome
    }

    def "who comes in rightfully never uses guesses up"() {
        given:
        turnedOn()

        expect:
        (3 * LogInWithCode.PER_ACCOUNT.attempts()).times {
            clock.goOn(HALF_A_MINUTE)
            assert finish(demand(), code()) instanceof LogInWithCode.Outcome.Welcome
        }
    }

    def "who was shut out on the way in stays out, and keeps the code"() {
        given:
        turnedOn()
        def demand = demand()

        when:
        users.save((users.find(ayu.id()).get().disable(ayu.id(), clock.instant()) as Suspension.Changed).user())

        then:
        finish(demand, code()) == new LogInWithCode.Outcome.AccountDisabled()
        sessions.openOf(ayu.id()).size() == 1
    }

    def "nor does who must have confirmed their address, and has not"() {
        given:
        turnedOn()
        def strict = logInWithCodeBy(new LetIn.AdmissionRules(true))

        expect:
        strict.logIn(new LogInWithCode.Command(demand().token(), new FactorProof.OfApp(code()), SomeSession.LAPTOP)) ==
                new LogInWithCode.Outcome.EmailUnverified()
    }

    def "whoever was on the way in with the old password is turned away when it changes"() {
        given:
        def here = turnedOn()
        def demand = demand()

        when:
        changePassword.change(new dev.beranda.application.credential.ChangePassword.Command(
                here, password('three unrelated words'), password('four quite other words')))

        then:
        finish(demand, code()) == new LogInWithCode.Outcome.NotGood()
    }

    def "a wrong code turns nothing on, and is counted"() {
        given:
        def caller = accessWith(tokensOf('ayu'))
        begin.begin(new BeginSecondFactor.Command(caller))
        def command = new TurnOnSecondFactor.Command(caller, wrong())

        expect:
        LogInWithCode.PER_ACCOUNT.attempts().times { assert turnOn.turnOn(command) == new TurnOnSecondFactor.Outcome.WrongCode() }
        turnOn.turnOn(command) instanceof TurnOnSecondFactor.Outcome.TooManyAttempts
        comeIn('ayu') instanceof LogIn.Outcome.Welcome
    }

    def "who begins anew has to show the newer app"() {
        given:
        def caller = accessWith(tokensOf('ayu'))
        def older = begin.begin(new BeginSecondFactor.Command(caller)).secret()
        def newer = begin.begin(new BeginSecondFactor.Command(caller)).secret()

        expect:
        turnOn.turnOn(new TurnOnSecondFactor.Command(caller, totp.code(older, clock.instant()))) == new TurnOnSecondFactor.Outcome.WrongCode()
        turnOn.turnOn(new TurnOnSecondFactor.Command(caller, totp.code(newer, clock.instant()))) instanceof TurnOnSecondFactor.Outcome.TurnedOn
    }

    def "what is on is not begun or turned on again, and what was not begun is not turned on"() {
        given:
        def caller = accessWith(tokensOf('ayu'))

        expect:
        turnOn.turnOn(new TurnOnSecondFactor.Command(caller, wrong())) == new TurnOnSecondFactor.Outcome.NotBegun()

        when:
        def here = turnedOn()

        then:
        begin.begin(new BeginSecondFactor.Command(here)) == new BeginSecondFactor.Outcome.AlreadyOn()
        turnOn.turnOn(new TurnOnSecondFactor.Command(here, code())) == new TurnOnSecondFactor.Outcome.AlreadyOn()
    }

    def "a session that was found open turns nothing on"() {
        given:
        def caller = accessWith(tokensOf('ayu'))

        when:
        clock.goOn(Session.FRESH)

        then:
        begin.begin(new BeginSecondFactor.Command(caller)) == new BeginSecondFactor.Outcome.LoggedInLongAgo()
    }

    def "who shows both factors turns it off, and is alone then"() {
        given:
        def here = turnedOn()
        finish(demand(), paper[0])

        when:
        def outcome = turnOff.turnOff(new TurnOffSecondFactor.Command(here, right(), new FactorProof.OfApp(code())))

        then:
        outcome == new ProveBothFactors.Outcome.Done(new TurnOffSecondFactor.TurnedOff())
        sessions.openOf(ayu.id())*.id() == [here.session()]
        recoveryCodes.left(ayu.id()) == 0
        events.all.last() == new FactorEvent.TurnedOff(ayu.id(), clock.instant())
        comeIn('ayu') instanceof LogIn.Outcome.Welcome
    }

    def "who came in a moment ago has just shown the second factor; later, or where there is none, the password alone is not enough"() {
        given:
        def off = { turnOff.turnOff(new TurnOffSecondFactor.Command(it, right(), null)) }
        def here = turnedOn()

        when:
        clock.goOn(Duration.ofMinutes(20))

        then:
        off(here) instanceof ProveBothFactors.Outcome.WrongCode

        when:
        def fresh = accessWith(finish(demand(), paper[0]).tokens())

        then:
        off(fresh) instanceof ProveBothFactors.Outcome.Done
        off(fresh) instanceof ProveBothFactors.Outcome.WrongCode
    }

    def "one factor is not enough to turn it off: #what"() {
        given:
        def here = turnedOn()
        def proof = new FactorProof.OfApp(hasCode ? code() : wrong())

        expect:
        turnOff.turnOff(new TurnOffSecondFactor.Command(here, shown(), proof)).class == refusal
        renew.renew(new RenewRecoveryCodes.Command(here, shown(), proof)).class == refusal
        comeIn('ayu') instanceof LogIn.Outcome.SecondFactorWanted
        recoveryCodes.left(ayu.id()) == RecoveryCode.SET

        where:
        what             | shown                     | hasCode || refusal
        'wrong password' | { password('quite wrong') } | true    || ProveBothFactors.Outcome.WrongPassword
        'no password'    | { null }                    | true    || ProveBothFactors.Outcome.WrongPassword
        'wrong code'     | { password('three unrelated words') } | false || ProveBothFactors.Outcome.WrongCode
    }

    def "guesses at turning it off are counted with those at the door"() {
        given:
        def here = turnedOn()

        when:
        LogInWithCode.PER_ACCOUNT.attempts().times {
            assert turnOff.turnOff(new TurnOffSecondFactor.Command(here, right(), new FactorProof.OfApp(wrong()))).class ==
                    ProveBothFactors.Outcome.WrongCode
        }

        then:
        turnOff.turnOff(new TurnOffSecondFactor.Command(here, right(), new FactorProof.OfApp(code()))).class ==
                ProveBothFactors.Outcome.TooManyAttempts
        finish(demand(), code()) instanceof LogInWithCode.Outcome.TooManyAttempts
    }

    def "new recovery codes take the place of the old ones"() {
        given:
        def here = turnedOn()
        def old = paper

        when:
        def renewed = renew.renew(new RenewRecoveryCodes.Command(here, right(), new FactorProof.OfPaper(typed(old[0])))).result()

        then:
        recoveryCodes.left(ayu.id()) == RecoveryCode.SET
        finish(demand(), old[1]) == new LogInWithCode.Outcome.WrongCode()
        finish(demand(), renewed[1]) instanceof LogInWithCode.Outcome.Welcome
    }

    private right() {
        password('three unrelated words')
    }

    /// Answers the session that stays. Its code is used up; most tests go on to the next.
    private turnedOn(boolean goOn = true) {
        def caller = accessWith(tokensOf('ayu'))
        secret = begin.begin(new BeginSecondFactor.Command(caller)).secret()
        paper = turnOn.turnOn(new TurnOnSecondFactor.Command(caller, code())).recoveryCodes()
        if (goOn) {
            clock.goOn(HALF_A_MINUTE)
        }
        caller
    }

    private Demand demand() {
        comeIn('ayu').demand()
    }

    private TotpCode code() {
        totp.code(secret, clock.instant())
    }

    private TotpCode wrong() {
        def right = secret ? (-1..1).collect { totp.code(secret, clock.instant() + HALF_A_MINUTE.multipliedBy(it)).reveal() } : []
        new TotpCode(['000000', '000001', '000002', '000003'].find { !(it in right) })
    }

    private logInWithCodeBy(LetIn.AdmissionRules rules) {
        new LogInWithCode(challenges, challengeSeals, factors, users, reception, transactions, throttle, clock, rules)
    }

    private LogInWithCode.Outcome finish(Demand demand, code, device = SomeSession.LAPTOP) {
        def proof = code instanceof TotpCode ? new FactorProof.OfApp(code) : new FactorProof.OfPaper(typed(code))
        logInWithCode.logIn(new LogInWithCode.Command(demand.token(), proof, device))
    }

    private static RecoveryCode typed(RecoveryCode code) {
        new RecoveryCode(code.reveal().replace('-', ''))
    }
}

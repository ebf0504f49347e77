package dev.beranda.application.passkey

import dev.beranda.application.UseCaseSpecification
import dev.beranda.application.credential.LogIn
import dev.beranda.application.factor.BeginPasskeyLogIn
import dev.beranda.application.factor.LetIn
import dev.beranda.application.factor.LogInWithPasskey
import dev.beranda.domain.factor.Authenticator
import dev.beranda.domain.factor.FactorKind
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.passkey.CredentialId
import dev.beranda.domain.passkey.FakeCeremonies
import dev.beranda.domain.passkey.OtherWaysIn
import dev.beranda.domain.passkey.Passkey
import dev.beranda.domain.passkey.PasskeyAnswer
import dev.beranda.domain.passkey.PasskeyChallenge
import dev.beranda.domain.passkey.PasskeyEvent
import dev.beranda.domain.passkey.PasskeyId
import dev.beranda.domain.passkey.PasskeyName
import dev.beranda.domain.session.Session
import dev.beranda.domain.user.Suspension
import dev.beranda.domain.user.User

class PasskeySpec extends UseCaseSpecification {

    def ceremonies = new FakeCeremonies()
    boolean hasPassword = true
    def begin = new BeginPasskey(users, sessions, passkeys, passkeyChallenges, ceremonies, transactions, clock)
    def add = new AddPasskey(passkeys, passkeyChallenges, ceremonies, sessions, events, transactions, uuids, clock)
    def remove = new RemovePasskey(passkeys, { hasPassword } as OtherWaysIn, sessions, evictions, events, transactions, clock)
    def beginLogIn = new BeginPasskeyLogIn(
            challenges, challengeSeals, passkeys, passkeyChallenges, ceremonies, transactions, throttle, clock)
    def logInWithPasskey = logInWithPasskeyBy(new LetIn.AdmissionRules(false))

    def ayu = registered('ayu')
    def budi = registered('budi')

    def "a device that was asked makes a passkey, and its owner is told"() {
        given:
        def caller = accessWith(tokensOf('ayu'))

        when:
        def begun = begin.begin(new BeginPasskey.Command(caller))
        def added = add.add(new AddPasskey.Command(caller, made(begun, 'phone'), new PasskeyName('My phone')))

        then:
        begun.user() == ayu
        begun.others() == []
        def kept = passkeys.of(ayu.id()).first()
        added == new AddPasskey.Outcome.Added(PasskeyView.of(kept))
        kept.name() == new PasskeyName('My phone')
        events.all.last() == new PasskeyEvent.Added(ayu.id(), kept.id(), clock.instant())
        begin.begin(new BeginPasskey.Command(caller)).others() == [new CredentialId('phone')]
    }

    def "what was not asked adds nothing: #what"() {
        given:
        def caller = accessWith(tokensOf('ayu'))
        def other = accessWith(tokensOf(whose))
        def begun = begin.begin(new BeginPasskey.Command(other))

        expect:
        add.add(new AddPasskey.Command(caller, answer(begun), PasskeyName.USUAL)) == new AddPasskey.Outcome.NotGood()
        passkeys.of(ayu.id()).empty

        where:
        what                      | whose  | answer
        'of another session'      | 'ayu'  | { made(it, 'phone') }
        'of another person'       | 'budi' | { made(it, 'phone') }
        'without a challenge'     | 'ayu'  | { new PasskeyAnswer.Made('rubbish', 'genuine phone') }
        'of an unknown challenge' | 'ayu'  | { new PasskeyAnswer.Made('nonce-999', 'genuine phone') }
    }

    def "an answer is good once, in time, and genuine"() {
        given:
        def caller = accessWith(tokensOf('ayu'))
        def (first, second, third) = (1..3).collect { begin.begin(new BeginPasskey.Command(caller)) }

        expect:
        adding(caller, made(first, 'phone')) instanceof AddPasskey.Outcome.Added
        adding(caller, made(first, 'laptop')) == new AddPasskey.Outcome.NotGood()
        adding(caller, new PasskeyAnswer.Made(second.challenge().nonce(), 'forged laptop')) == new AddPasskey.Outcome.NotGood()
        adding(caller, made(second, 'laptop')) == new AddPasskey.Outcome.NotGood()

        when:
        clock.goOn(PasskeyChallenge.LIFETIME)

        then:
        adding(caller, made(third, 'laptop')) == new AddPasskey.Outcome.NotGood()
    }

    def "whose session has ended adds nothing, nor begins to, though their token may be good for a moment"() {
        given:
        def caller = accessWith(tokensOf('ayu'))
        def begun = begin.begin(new BeginPasskey.Command(caller))

        when:
        evictions.endAll(ayu.id(), Session.EndReason.REFUSED_BY_OWNER, clock.instant())

        then:
        adding(caller, made(begun, 'phone')) == new AddPasskey.Outcome.NotGood()
        begin.begin(new BeginPasskey.Command(caller)) == new BeginPasskey.Outcome.LoggedInLongAgo()
        passkeys.of(ayu.id()).empty
    }

    def "a challenge to come in adds nothing"() {
        given:
        def caller = accessWith(tokensOf('ayu'))
        def begun = beginLogIn.begin(new BeginPasskeyLogIn.Command(null, SOMEWHERE))

        expect:
        adding(caller, made(begun, 'phone')) == new AddPasskey.Outcome.NotGood()
    }

    def "a session that was found open makes and removes no keys"() {
        given:
        def caller = accessWith(tokensOf('ayu'))
        def passkey = has(ayu, 'phone')

        when:
        clock.goOn(Session.FRESH)

        then:
        begin.begin(new BeginPasskey.Command(caller)) == new BeginPasskey.Outcome.LoggedInLongAgo()
        remove.remove(new RemovePasskey.Command(caller, passkey.id())) == new RemovePasskey.Outcome.LoggedInLongAgo()
    }

    def "twenty are enough"() {
        given:
        Passkey.MOST.times { has(ayu, "key$it") }

        expect:
        begin.begin(new BeginPasskey.Command(accessWith(tokensOf('ayu')))) == new BeginPasskey.Outcome.TooMany()
    }

    def "a passkey lets in alone, also who has turned a second factor on"() {
        given:
        has(ayu, 'phone')
        turnOnSecondFactor(ayu)

        when:
        def outcome = comeInBy('phone', ayu)

        then:
        outcome instanceof LogInWithPasskey.Outcome.Welcome
        outcome.user() == ayu
        accessWith(outcome.tokens()).bearer().user() == ayu.id()
        passkeys.of(ayu.id()).first().usedAt() == clock.instant()
    }

    def "who comes in alone has to be named by the device, and to be its owner: #handle"() {
        given:
        has(ayu, 'phone')

        expect:
        logInWithPasskey.logIn(command(used('phone', asked().challenge(), handle(this)))) == new LogInWithPasskey.Outcome.NotGood()

        where:
        handle << [{ '' }, { it.ceremonies.handleOf(it.budi.id()) }, { 'rubbish' }]
    }

    def "what nobody has, or was not signed, or was answered before, or too late, lets nobody in"() {
        given:
        has(ayu, 'phone')
        def (first, second, third) = (1..3).collect { asked().challenge() }
        def handle = ceremonies.handleOf(ayu.id())

        expect:
        logInWithPasskey.logIn(command(used('tablet', asked().challenge(), handle))) == new LogInWithPasskey.Outcome.NotGood()
        logInWithPasskey.logIn(command(used('phone', first, handle))) instanceof LogInWithPasskey.Outcome.Welcome
        logInWithPasskey.logIn(command(used('phone', first, handle))) == new LogInWithPasskey.Outcome.NotGood()
        logInWithPasskey.logIn(command(
                new PasskeyAnswer.Used(new CredentialId('phone'), second.nonce(), '0', 'forged', handle))) == new LogInWithPasskey.Outcome.NotGood()
        logInWithPasskey.logIn(command(used('phone', second, handle))) == new LogInWithPasskey.Outcome.NotGood()

        when:
        clock.goOn(PasskeyChallenge.LIFETIME)

        then:
        logInWithPasskey.logIn(command(used('phone', third, handle))) == new LogInWithPasskey.Outcome.NotGood()
    }

    def "a challenge to add a passkey lets nobody in"() {
        given:
        has(ayu, 'phone')
        def begun = begin.begin(new BeginPasskey.Command(accessWith(tokensOf('ayu'))))

        expect:
        logInWithPasskey.logIn(command(used('phone', begun.challenge(), ceremonies.handleOf(ayu.id())))) == new LogInWithPasskey.Outcome.NotGood()
    }

    def "a counter that goes back is of a copy"() {
        given:
        has(ayu, 'phone')

        expect:
        comeInBy('phone', ayu, 7) instanceof LogInWithPasskey.Outcome.Welcome
        comeInBy('phone', ayu, 7) == new LogInWithPasskey.Outcome.Copied(ayu)
        comeInBy('phone', ayu, 6) == new LogInWithPasskey.Outcome.Copied(ayu)
        comeInBy('phone', ayu, 8) instanceof LogInWithPasskey.Outcome.Welcome
    }

    def "who is shut out, or has not confirmed where that is asked, is told so and stays out"() {
        given:
        has(ayu, 'phone')
        logInWithPasskey = logInWithPasskeyBy(new LetIn.AdmissionRules(true))

        expect:
        comeInBy('phone', ayu) == new LogInWithPasskey.Outcome.EmailUnverified()

        when:
        users.save((ayu.disable(ayu.id(), clock.instant()) as Suspension.Changed).user())

        then:
        comeInBy('phone', ayu) == new LogInWithPasskey.Outcome.AccountDisabled()
        sessions.openOf(ayu.id()).empty
    }

    def "beside a password, a passkey is the second factor: of the same person, and once"() {
        given:
        has(ayu, 'phone')
        has(budi, 'watch')
        turnOnSecondFactor(ayu)
        def demand = comeIn('ayu').demand()

        expect:
        FactorKind.PASSKEY in demand.kinds()
        asked(demand.token()).credentials() == [new CredentialId('phone')]
        logInWithPasskey.logIn(command(used('watch', asked(demand.token()).challenge(), ceremonies.handleOf(budi.id())))) ==
                new LogInWithPasskey.Outcome.NotGood()
        logInWithPasskey.logIn(command(used('phone', asked(demand.token()).challenge(), ''), comeIn('ayu').demand().token())) ==
                new LogInWithPasskey.Outcome.NotGood()

        when:
        def (one, other) = (1..2).collect { asked(demand.token()).challenge() }

        then:
        logInWithPasskey.logIn(command(used('phone', one, ''), demand.token())) instanceof LogInWithPasskey.Outcome.Welcome
        logInWithPasskey.logIn(command(used('phone', other, ''), demand.token())) == new LogInWithPasskey.Outcome.NotGood()
        beginLogIn.begin(new BeginPasskeyLogIn.Command(demand.token(), SOMEWHERE)) == new BeginPasskeyLogIn.Outcome.NotGood()
    }

    def "a passkey alone turns no second factor on"() {
        given:
        has(ayu, 'phone')

        expect:
        comeIn('ayu') instanceof LogIn.Outcome.Welcome
    }

    def "asking and answering are bounded by address"() {
        given:
        BeginPasskeyLogIn.PER_ADDRESS.attempts().times { asked() }

        expect:
        beginLogIn.begin(new BeginPasskeyLogIn.Command(null, SOMEWHERE)) instanceof BeginPasskeyLogIn.Outcome.TooManyAttempts
        logInWithPasskey.logIn(command(new PasskeyAnswer.Used(new CredentialId('phone'), '', '', '', ''))) instanceof
                LogInWithPasskey.Outcome.TooManyAttempts
    }

    def "removing a passkey ends every other session, and is told"() {
        given:
        def here = accessWith(tokensOf('ayu'))
        tokensOf('ayu')
        def passkey = has(ayu, 'phone')

        expect:
        remove.remove(new RemovePasskey.Command(here, passkey.id())) == new RemovePasskey.Outcome.Removed()
        passkeys.of(ayu.id()).empty
        sessions.openOf(ayu.id())*.id() == [here.session()]
        events.all.last() == new PasskeyEvent.Removed(ayu.id(), passkey.id(), clock.instant())
        remove.remove(new RemovePasskey.Command(here, passkey.id())) == new RemovePasskey.Outcome.NoSuchPasskey()
    }

    def "nobody removes another's, and nobody their last way in"() {
        given:
        def here = accessWith(tokensOf('ayu'))
        def (mine, theirs) = [has(ayu, 'phone'), has(budi, 'watch')]
        hasPassword = false

        expect:
        remove.remove(new RemovePasskey.Command(here, theirs.id())) == new RemovePasskey.Outcome.NoSuchPasskey()
        remove.remove(new RemovePasskey.Command(here, mine.id())) == new RemovePasskey.Outcome.LastWayIn()

        when:
        has(ayu, 'laptop')

        then:
        remove.remove(new RemovePasskey.Command(here, mine.id())) == new RemovePasskey.Outcome.Removed()
    }

    private logInWithPasskeyBy(LetIn.AdmissionRules rules) {
        new LogInWithPasskey(
                passkeys, passkeyChallenges, ceremonies, challenges, challengeSeals, users, reception, transactions, throttle, clock, rules)
    }

    private Passkey has(User user, String credential) {
        def passkey = Passkey.add(
                new PasskeyId(uuids.next()), user.id(),
                ceremonies.verify(new PasskeyAnswer.Made('nonce-0', "genuine $credential"),
                        PasskeyChallenge.issue('nonce-0', new PasskeyChallenge.Errand.ComingIn(), clock.instant())).get(),
                PasskeyName.USUAL, clock.instant())
        assert passkeys.add(passkey)
        passkey
    }

    private adding(caller, answer) {
        add.add(new AddPasskey.Command(caller, answer, PasskeyName.USUAL))
    }

    private asked(token = null) {
        beginLogIn.begin(new BeginPasskeyLogIn.Command(token, SOMEWHERE))
    }

    private comeInBy(String credential, User owner, long counter = 0) {
        logInWithPasskey.logIn(command(used(credential, asked().challenge(), ceremonies.handleOf(owner.id()), counter)))
    }

    private static command(PasskeyAnswer.Used answer, token = null) {
        new LogInWithPasskey.Command(answer, token, SomeSession.LAPTOP)
    }

    private static made(begun, String credential) {
        new PasskeyAnswer.Made(begun.challenge().nonce(), "genuine $credential")
    }

    private static used(String credential, PasskeyChallenge challenge, String handle, long counter = 0) {
        new PasskeyAnswer.Used(new CredentialId(credential), challenge.nonce(), "$counter", "signed-by-key-of-$credential", handle)
    }

    private void turnOnSecondFactor(User user) {
        def app = Authenticator.begin(user.id(), totp.seal(user.id(), totp.draw()), clock.instant())
        authenticators.begin(app)
        authenticators.confirm(app, 1, clock.instant())
    }
}

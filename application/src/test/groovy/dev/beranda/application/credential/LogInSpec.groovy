package dev.beranda.application.credential

import dev.beranda.application.UseCaseSpecification
import dev.beranda.application.factor.LetIn
import dev.beranda.domain.credential.PasswordHasher
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.session.SessionEvent
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.shared.Overloaded
import dev.beranda.domain.user.Suspension
import dev.beranda.domain.user.User
import dev.beranda.domain.user.Username
import dev.beranda.domain.user.Users
import java.time.Duration

class LogInSpec extends UseCaseSpecification {

    def "who knows their password comes in by any of their names: #name"() {
        given:
        def ayu = registered('ayu')

        when:
        def outcome = comeIn(name)

        then:
        outcome instanceof LogIn.Outcome.Welcome
        outcome.user() == ayu
        def access = accessWith(outcome.tokens())
        access.bearer().user() == ayu.id()
        sessions.find(access.session()).present
        events.all.last() == new SessionEvent.Opened(access.session(), ayu.id(), SomeSession.LAPTOP, clock.instant())

        where:
        name << ['ayu', 'AYU', 'ayu@example.com', ' Ayu@Example.COM ', 'ａｙｕ＠ｅｘａｍｐｌｅ．ｃｏｍ']
    }

    def "every failure costs exactly one comparison: #why"() {
        given:
        registered('ayu')
        shutOut(registered('budi'))
        def before = hasher.computations

        expect:
        comeIn(name, 'not the password') == new LogIn.Outcome.WrongCredentials()
        hasher.computations == before + 1

        where:
        why                | name
        'wrong password'   | 'ayu'
        'unknown name'     | 'citra'
        'unknown address'  | 'citra@example.com'
        'shut out'         | 'budi'
        'no name at all'   | 'x@@y'
        'nothing readable' | '\u0000'
    }

    def "who is shut out is told so after the right password only"() {
        given:
        shutOut(registered('budi'))

        expect:
        comeIn('budi') == new LogIn.Outcome.AccountDisabled()
        comeIn('budi', 'not the password') == new LogIn.Outcome.WrongCredentials()
        events.all.every { !(it instanceof SessionEvent) }
    }

    def "where addresses must be confirmed, who has not is told so after the right password only"() {
        given:
        registered('ayu')
        logIn = new LogIn(users, credentials, hasher, letInWith(new LetIn.AdmissionRules(true)), cancelErasure, transactions, throttle)

        expect:
        comeIn('ayu') == new LogIn.Outcome.EmailUnverified()
        comeIn('ayu', 'not the password') == new LogIn.Outcome.WrongCredentials()
    }

    def "an old hash is made anew when its password is known"() {
        given:
        def ayu = registered('ayu')
        def kept = credentials.find(ayu.id()).get()
        credentials.save(kept.rehashed(hasher.outdated(password('three unrelated words'))))
        def outdated = credentials.find(ayu.id()).get().hash()

        expect:
        comeIn('ayu', 'not the password') == new LogIn.Outcome.WrongCredentials()
        credentials.find(ayu.id()).get().hash().is(outdated)

        and:
        comeIn('ayu') instanceof LogIn.Outcome.Welcome
        !credentials.find(ayu.id()).get().hash().is(outdated)
        comeIn('ayu') instanceof LogIn.Outcome.Welcome
    }

    def "a password that is changed while it is compared lets nobody in any more"() {
        given:
        def ayu = registered('ayu')
        def racing = new LogIn(
                users, credentials, hasher, letIn, cancelErasure,
                [write: { work -> changeBehindTheBack(ayu); transactions.write(work) }] as dev.beranda.domain.shared.Transactions,
                throttle)

        expect:
        racing.logIn(new LogIn.Command(LoginName.of('ayu'), password('three unrelated words'), SomeSession.LAPTOP)) ==
                new LogIn.Outcome.WrongCredentials()
        sessions.openOf(ayu.id()).empty
    }

    def "attempts on one name are counted wherever they come from, and the right password does not help then: #name"() {
        given:
        registered('ayu')
        LogIn.PER_NAME.attempts().times { comeIn(name, 'wrong', address(it)) }
        def before = hasher.computations

        expect:
        comeIn(spelled, 'three unrelated words', address(99)) instanceof LogIn.Outcome.TooManyAttempts
        hasher.computations == before

        and: "which of the other names is of the same account is not told"
        comeIn(other, 'wrong', address(98)) instanceof LogIn.Outcome.WrongCredentials

        when:
        clock.goOn(Duration.ofMinutes(1))

        then:
        comeIn(name, 'three unrelated words', address(97)) instanceof LogIn.Outcome.Welcome == known

        where:
        name              | spelled           | other             || known
        'ayu'             | 'AYU'             | 'ayu@example.com' || true
        'ayu@example.com' | 'AYU@Example.com' | 'ayu'             || true
        'nobody'          | 'nobody'          | '%%%'             || false
    }

    def "attempts from one address are counted whomever they are on"() {
        given:
        registered('ayu')
        LogIn.PER_ADDRESS.attempts().times { comeIn("nobody$it", 'wrong') }

        expect:
        comeIn('ayu') instanceof LogIn.Outcome.TooManyAttempts
        comeIn('ayu', 'three unrelated words', address(1)) instanceof LogIn.Outcome.Welcome
    }

    def "who comes in rightfully never uses attempts up, nor does an attempt that was not begun"() {
        given:
        registered('ayu')

        expect:
        (3 * LogIn.PER_ADDRESS.attempts()).times { assert comeIn('ayu') instanceof LogIn.Outcome.Welcome }

        when:
        hasher.overloaded = true
        (3 * LogIn.PER_NAME.attempts()).times {
            try {
                comeIn('ayu')
                assert false
            } catch (Overloaded ignored) {
                // as it should be
            }
        }
        hasher.overloaded = false

        then:
        comeIn('ayu') instanceof LogIn.Outcome.Welcome
    }

    def "the time of an attempt is counted from before anything is looked up for it"() {
        given:
        registered('ayu')
        def steps = []
        def watched = [requireRoom: {}, attempt: { steps << 'begun'; hasher.attempt() }] as PasswordHasher
        def asked = [find: { Username name -> steps << 'looked up'; users.find(name) }] as Users
        def watchedLogIn = new LogIn(asked, credentials, watched, letIn, cancelErasure, transactions, throttle)

        when:
        watchedLogIn.logIn(new LogIn.Command(LoginName.of('ayu'), password('wrong'), SomeSession.LAPTOP))

        then:
        steps == ['begun', 'looked up']
    }

    def "in a storm nothing is looked up for who is turned away"() {
        given:
        def nobodyAsks = { throw new AssertionError('somebody was looked up') } as Users
        def busy = new LogIn(nobodyAsks, credentials, hasher, letIn, cancelErasure, transactions, throttle)
        hasher.overloaded = true

        when:
        busy.logIn(new LogIn.Command(LoginName.of('ayu'), password('three unrelated words'), SomeSession.LAPTOP))

        then:
        thrown(Overloaded)
    }

    private void shutOut(User user) {
        users.save((user.disable(user.id(), clock.instant()) as Suspension.Changed).user())
    }

    private void changeBehindTheBack(User user) {
        def current = credentials.find(user.id()).get()
        credentials.save(current.change(hasher.hash(password('quite another one')), clock.instant()).credential())
    }

    private static ClientAddress address(int number) {
        new ClientAddress("198.51.100.$number", "198.51.100.$number")
    }
}

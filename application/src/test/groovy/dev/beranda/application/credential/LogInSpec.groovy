package dev.beranda.application.credential

import dev.beranda.application.UseCaseSpecification
import dev.beranda.application.factor.LetIn
import dev.beranda.domain.credential.PasswordHasher
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.session.Session.EndReason
import dev.beranda.domain.session.SessionEvent
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.shared.Overloaded
import dev.beranda.domain.shared.Throttle
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
        logIn = new LogIn(users, sessions, credentials, hasher, letInWith(new LetIn.AdmissionRules(true)), cancelErasure, transactions, throttle)

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
                users, sessions, credentials, hasher, letIn, cancelErasure,
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

    def "who was let in from there before still comes in where strangers used their name up, by any name: #name"() {
        given:
        registered('ayu')
        comeIn('ayu', 'three unrelated words', address(1))
        useUp(name)

        expect:
        comeIn(name, 'three unrelated words', address(2)) instanceof LogIn.Outcome.TooManyAttempts
        comeIn(name, 'three unrelated words', address(1)) instanceof LogIn.Outcome.Welcome

        and: "as often as they like, and from there still when they have left"
        (3 * LogIn.PER_FAMILIAR_NETWORK.attempts()).times { assert comeIn(name, 'three unrelated words', address(1)) instanceof LogIn.Outcome.Welcome }

        where:
        name << ['ayu', 'ayu@example.com']
    }

    def "what is wrong there is told no otherwise than anywhere, costs as long, and is counted: #name"() {
        given:
        registered('ayu')
        comeIn('ayu', 'three unrelated words', address(1))
        useUp(name)
        def most = LogIn.PER_FAMILIAR_NETWORK.attempts()
        def before = hasher.computations
        hasher.refused = 0

        when:
        def there = (0..most).collect { comeIn(name, 'wrong', address(1)) }

        then:
        there.toSet() == [comeIn(name, 'wrong', address(2))] as Set
        there.first().allowance() == LogIn.PER_NAME
        hasher.computations - before == (known ? most : 0)
        hasher.refused == (known ? 2 : most + 2)

        and: "then there is no more for the right one, until some time has passed"
        comeIn(name, 'three unrelated words', address(1)) instanceof LogIn.Outcome.TooManyAttempts

        when:
        clock.goOn(LogIn.PER_FAMILIAR_NETWORK.period().dividedBy(most))
        useUp(name)

        then:
        comeIn(name, 'three unrelated words', address(1)) instanceof LogIn.Outcome.Welcome == known

        where:
        name     || known
        'ayu'    || true
        'nobody' || false
    }

    def "a network that let somebody else in, or whose session ended in doubt, lets nobody in: #why"() {
        given:
        def ayu = registered('ayu')
        registered('budi')
        comeIn('budi', 'three unrelated words', address(2))
        comeIn('ayu', 'three unrelated words', address(1))
        if (reason) {
            evictions.endAll(ayu.id(), reason, clock.instant())
        }
        useUp('ayu')

        expect:
        comeIn('ayu', 'three unrelated words', address(from)) instanceof LogIn.Outcome.Welcome == welcome

        where:
        why                | from | reason                      || welcome
        'of another'       | 2    | null                        || false
        'of a stranger'    | 1    | EndReason.REFUSED_BY_OWNER  || false
        'they logged out'  | 1    | EndReason.LOGGED_OUT        || true
        'they chose anew'  | 1    | EndReason.PASSWORD_RESET    || true
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
        def hearing = [attempt: { steps << 'turn'; hasher.attempt() }] as PasswordHasher.Hearing
        def watched = [requireRoom: {}, hear: { steps << 'heard'; hearing }] as PasswordHasher
        def counted = [take: { Throttle.Allowance allowance, String subject -> steps << allowance.name(); throttle.take(allowance, subject) }] as Throttle
        def asked = [find: { Username name -> steps << 'looked up'; users.find(name) }] as Users
        def watchedLogIn = new LogIn(asked, sessions, credentials, watched, letIn, cancelErasure, transactions, counted)

        when:
        watchedLogIn.logIn(new LogIn.Command(LoginName.of('ayu'), password('wrong'), SomeSession.LAPTOP))

        then:
        steps == ['heard', 'log-in-address', 'log-in-name', 'turn', 'looked up']
    }

    def "in a storm nothing is looked up for who is turned away"() {
        given:
        def nobodyAsks = { throw new AssertionError('somebody was looked up') } as Users
        def busy = new LogIn(nobodyAsks, sessions, credentials, hasher, letIn, cancelErasure, transactions, throttle)
        hasher.overloaded = true

        when:
        busy.logIn(new LogIn.Command(LoginName.of('ayu'), password('three unrelated words'), SomeSession.LAPTOP))

        then:
        thrown(Overloaded)
    }

    /// From wherever, until there is nothing left.
    private void useUp(String name) {
        (0..LogIn.PER_NAME.attempts()).each { comeIn(name, 'wrong', address(100 + it)) }
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

package dev.beranda.application.credential

import dev.beranda.application.UseCaseSpecification
import dev.beranda.domain.fixture.People
import java.time.Duration

/** Whoever has no password, or is on the way out, costs a stranger's attempt what anybody else does. */
class SameWorkSpec extends UseCaseSpecification {

    def ayu = registered('ayu')

    def "an attempt on somebody #who is one comparison, by any of their names, and says nothing: #password"() {
        given:
        standing(this)
        def before = hasher.computations

        expect:
        ['ayu', 'ayu@example.com'].every { comeIn(it, password) == new LogIn.Outcome.WrongCredentials() }
        hasher.computations == before + 2

        where:
        who                                 | password                | standing
        'who comes in by a provider only'   | 'three unrelated words' | { it.credentials.remove(it.ayu.id()) }
        'who comes in by a provider only'   | 'not the password'      | { it.credentials.remove(it.ayu.id()) }
        'who is leaving'                    | 'not the password'      | { it.leave() }
        'who is leaving without a password' | 'three unrelated words' | { it.leave(); it.credentials.remove(it.ayu.id()) }
        'who is shut out and leaving'       | 'not the password'      | { it.leave(); it.shutOut() }
    }

    def "that somebody is leaving is told after the right password only, for one comparison too"() {
        given:
        leave()
        def before = hasher.computations

        expect:
        comeIn('ayu') instanceof LogIn.Outcome.AccountLeaving
        hasher.computations == before + 1
    }

    void leave() {
        users.save(users.find(ayu.id()).get().leave(clock.instant() + Duration.ofDays(1), ayu.id(), clock.instant()).user())
    }

    void shutOut() {
        users.save(users.find(ayu.id()).get().disable(People.newId(), clock.instant()).user())
    }
}

package dev.beranda.domain.credential

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.user.User
import java.time.Duration
import spock.lang.Specification

abstract class CredentialsContract extends Specification {

    static final LATER = People.NOW.plus(Duration.ofDays(1))

    abstract Credentials getCredentials()

    /// A person whose account is in the same store.
    abstract User getSomebody()

    def "who never set a password has none"() {
        expect:
        credentials.find(somebody.id()).empty
        !credentials.confirm(first)
    }

    def "a password is kept as it was set"() {
        when:
        credentials.add(first)

        then:
        kept == ['first', People.NOW, 0L]
    }

    def "a password that is still the same is confirmed"() {
        given:
        credentials.add(first)

        expect:
        credentials.confirm(first)
        credentials.confirm(credentials.find(somebody.id()).get())
    }

    def "a password that was changed or hashed anew in between is not"() {
        given:
        credentials.add(first)

        when:
        credentials.save(next(first))

        then:
        !credentials.confirm(first)
        kept == expected

        where:
        next                                                                || expected
        ({ it.change(new PasswordHash('other'), LATER).credential() })      || ['other', LATER, 1L]
        ({ it.rehashed(new PasswordHash('anew')) })                         || ['anew', People.NOW, 1L]
    }

    def "a password that was taken away is none, and the next one is another"() {
        given:
        credentials.add(first)

        expect:
        credentials.remove(somebody.id())
        credentials.find(somebody.id()).empty
        !credentials.confirm(first)
        !credentials.remove(somebody.id())

        when:
        credentials.add(PasswordCredential.set(somebody.id(), new PasswordHash('other'), LATER))

        then:
        !credentials.confirm(first)
    }

    def "who compared with an old password cannot save"() {
        given:
        credentials.add(first)
        credentials.save(first.rehashed(new PasswordHash('anew')))

        when:
        credentials.save(first.rehashed(new PasswordHash('too late')))

        then:
        thrown(StaleAggregate)
        kept[0] == 'anew'
    }

    def "of many who change one password at once, one does"() {
        given:
        credentials.add(first)

        when:
        def outcomes = Race.of(50) { credentials.save(first.rehashed(new PasswordHash("by ${it}"))) }

        then:
        outcomes.count { it == null } == 1
        outcomes.count { it instanceof StaleAggregate } == 49
    }

    PasswordCredential getFirst() {
        PasswordCredential.set(somebody.id(), new PasswordHash('first'), People.NOW)
    }

    private List<Object> getKept() {
        def credential = credentials.find(somebody.id()).get()
        [credential.hash().reveal(), credential.setAt(), credential.version()]
    }
}

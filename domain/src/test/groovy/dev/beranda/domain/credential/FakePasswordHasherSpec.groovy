package dev.beranda.domain.credential

import dev.beranda.domain.shared.Overloaded

import static dev.beranda.domain.credential.PasswordHasher.Match.NO
import static dev.beranda.domain.credential.PasswordHasher.Match.YES_BUT_OUTDATED

class FakePasswordHasherSpec extends PasswordHasherContract {

    FakePasswordHasher hasher = new FakePasswordHasher()

    def "it knows passwords hashed as we would not today"() {
        given:
        def outdated = hasher.outdated(password('correct horse battery'))

        expect:
        hasher.compare(password('correct horse battery'), outdated) == YES_BUT_OUTDATED
        hasher.compare(password('correct horse'), outdated) == NO
    }

    def "it counts what it did"() {
        when:
        def hash = hasher.hash(password('correct horse battery'))
        2.times { hasher.compare(password('correct horse battery'), hash) }
        3.times { hasher.hear().attempt().compareWithNothing(password('correct horse battery')) }

        then:
        [hasher.hashed, hasher.compared, hasher.comparedWithNothing, hasher.computations] == [1, 2, 3, 6]
    }

    def "told to be overloaded, it does nothing"() {
        given:
        hasher.overloaded = true

        when:
        hasher.hash(password('correct horse battery'))

        then:
        thrown(Overloaded)
        hasher.computations == 0
    }
}

package dev.beranda.domain.credential

import dev.beranda.domain.shared.Parsed
import spock.lang.Rollup
import spock.lang.Specification

import static dev.beranda.domain.credential.PasswordHasher.Match.NO
import static dev.beranda.domain.credential.PasswordHasher.Match.YES

abstract class PasswordHasherContract extends Specification {

    /** A hasher that hashes as it would in earnest, only cheaper. */
    abstract PasswordHasher getHasher()

    @Rollup
    def "a password is recognised by its hash"() {
        expect:
        hasher.compare(password(text), hasher.hash(password(text))) == YES

        where:
        text << ['correct horse battery', '', ' two spaces around  ', 'é€😀', '😀' * 15, 'a' * 72, 'x' * 512, '😀' * 512, 'abc\0x', '\0']
    }

    def "a password is the same however its letters are composed"() {
        expect:
        hasher.compare(password('cafe\u0301 au lait'), hasher.hash(password('caf\u00e9 au lait'))) == YES
    }

    @Rollup
    def "no other password is, be it ever so alike"() {
        given:
        def hash = hasher.hash(password(chosen))

        expect:
        hasher.compare(password(typed), hash) == NO

        where:
        chosen                  | typed
        'correct horse battery' | 'correct horse batterz'
        'correct horse battery' | 'Correct horse battery'
        'correct horse battery' | 'correct horse battery '
        ' pass phrase '         | 'pass phrase'
        'correct horse battery' | ''
        'abc\0x'                | 'abc'
        'abc'                   | 'abc\0'
        'abc'                   | 'abc\0abc'
        'abc\0x'                | 'abc\0y'
        'a' * 72 + 'X'          | 'a' * 72 + 'Y'
        'a' * 72 + 'X'          | 'a' * 72
        '€' * 24 + 'one'        | '€' * 24 + 'two'
        'x' * 512               | 'x' * 511
    }

    def "two hashes of one password have nothing in common to see"() {
        when:
        def hashes = (1..3).collect { hasher.hash(password('correct horse battery')).reveal() }

        then:
        hashes.toSet().size() == 3
        hashes.every { !it.contains('correct') }
    }

    @Rollup
    def "a hash that nobody can read belongs to no password"() {
        expect:
        hasher.compare(password('correct horse battery'), new PasswordHash(stored)) == NO
        !hasher.canCompareWith(new PasswordHash(stored))

        where:
        stored << ['correct horse battery', '!', '$', '$unknown$1$2$3', 'é' * 10_000]
    }

    def "a hash of today can be compared with"() {
        expect:
        hasher.canCompareWith(hasher.hash(password('correct horse battery')))
    }

    def "a comparison with nothing says nothing"() {
        when:
        hasher.hear().attempt().compareWithNothing(password('correct horse battery'))

        then:
        noExceptionThrown()
    }

    static Password password(String text) {
        (Password.parse(text) as Parsed.Valid<Password>).value()
    }
}

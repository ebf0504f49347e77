package dev.beranda.domain.factor

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.user.Users
import spock.lang.Specification

abstract class RecoveryCodesContract extends Specification {

    abstract RecoveryCodes getRecoveryCodes()

    abstract Users getUsers()

    def ayu = People.somebody()
    def budi = People.somebody()

    def setup() {
        users.add(ayu)
        users.add(budi)
    }

    def "who has no codes can use none"() {
        expect:
        recoveryCodes.left(ayu.id()) == 0
        !recoveryCodes.use(ayu.id(), digest('one'))
    }

    def "each code is good once, for its owner"() {
        given:
        recoveryCodes.replace(ayu.id(), digests('one', 'two', 'three'))

        expect:
        recoveryCodes.left(ayu.id()) == 3
        !recoveryCodes.use(budi.id(), digest('one'))
        recoveryCodes.use(ayu.id(), digest('one'))
        !recoveryCodes.use(ayu.id(), digest('one'))
        !recoveryCodes.use(ayu.id(), digest('four'))
        recoveryCodes.left(ayu.id()) == 2
    }

    def "a new set is good, the old one is not, used or not"() {
        given:
        recoveryCodes.replace(ayu.id(), digests('one', 'two'))
        recoveryCodes.use(ayu.id(), digest('one'))

        when:
        recoveryCodes.replace(ayu.id(), digests('three', 'four'))

        then:
        recoveryCodes.left(ayu.id()) == 2
        !recoveryCodes.use(ayu.id(), digest('one'))
        !recoveryCodes.use(ayu.id(), digest('two'))
        recoveryCodes.use(ayu.id(), digest('three'))
    }

    def "an empty set leaves none"() {
        given:
        recoveryCodes.replace(ayu.id(), digests('one', 'two'))

        when:
        recoveryCodes.replace(ayu.id(), [])

        then:
        recoveryCodes.left(ayu.id()) == 0
        !recoveryCodes.use(ayu.id(), digest('one'))
    }

    def "of fifty who use one code at once, one has it"() {
        given:
        recoveryCodes.replace(ayu.id(), digests('one', 'two'))

        expect:
        Race.of(50) { recoveryCodes.use(ayu.id(), digest('one')) }.count(true) == 1
        recoveryCodes.left(ayu.id()) == 1
    }

    protected static RecoveryDigest digest(String text) {
        new RecoveryDigest(text.bytes)
    }

    protected static List<RecoveryDigest> digests(String... texts) {
        texts.collect { digest(it) }
    }
}

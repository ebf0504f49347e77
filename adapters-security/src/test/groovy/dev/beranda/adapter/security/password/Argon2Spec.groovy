package dev.beranda.adapter.security.password

import spock.lang.Rollup
import spock.lang.Specification

class Argon2Spec extends Specification {

    static final SALT = '0123456789abcdef'.bytes

    @Rollup
    def "the function of this machine agrees with the one in Java, whatever it is asked"() {
        given:
        def cost = new Argon2.Cost(type, version, memory, iterations, lanes)

        expect:
        Argon2.fastest().digest(password.getBytes('UTF-8'), SALT, cost, length) ==
                new BouncyArgon2().digest(password.getBytes('UTF-8'), SALT, cost, length)

        where:
        type | version | memory | iterations | lanes | length | password
        2    | 0x13    | 47104  | 1          | 1     | 32     | 'correct horse battery'
        2    | 0x13    | 64     | 3          | 4     | 32     | 'pässwörd €😀'
        2    | 0x13    | 8      | 1          | 1     | 16     | ''
        2    | 0x13    | 1023   | 2          | 3     | 64     | 'an odd size'
        2    | 0x10    | 64     | 2          | 1     | 32     | 'older'
        1    | 0x13    | 100    | 2          | 3     | 32     | 'independent'
        0    | 0x13    | 64     | 1          | 1     | 32     | 'dependent'
        2    | 0x13    | 64     | 1          | 1     | 32     | 'x' * 5000
        2    | 0x13    | 70000  | 1          | 1     | 32     | 'more than is kept'
        2    | 0x13    | 64     | 1          | 1     | 32     | 'less than was kept'
    }

    def "memory is not kept beyond the thread that worked in it"() {
        given:
        def memory = null
        def thread = Thread.ofPlatform().start {
            WorkingMemory.atLeast(1 << 20)
            memory = WorkingMemory.current()
            WorkingMemory.giveBack()
        }

        when:
        thread.join()

        then:
        memory.byteSize() == 1 << 20
        !memory.scope().alive
    }

    def "only so much memory is kept from one hash to the next"() {
        when:
        WorkingMemory.atLeast(bytes)
        WorkingMemory.trim()

        then:
        WorkingMemory.current().byteSize() == kept

        cleanup:
        WorkingMemory.giveBack()

        where:
        bytes         || kept
        46L << 20     || 46L << 20
        64L << 20     || 64L << 20
        (64L << 20) + 1 || 0
    }
}

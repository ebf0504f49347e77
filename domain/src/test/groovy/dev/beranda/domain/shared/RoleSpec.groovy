package dev.beranda.domain.shared

import spock.lang.Specification

class RoleSpec extends Specification {

    def "each role includes those before it and none behind it"() {
        expect:
        Role.values().every { role -> Role.values().every { role.includes(it) == (it.ordinal() <= role.ordinal()) } }
    }

    def "the words of the wire are read as they are written"() {
        expect:
        Role.values().every { Role.parse(it.word()) == Parsed.of(it) && Role.ofWord(it.word()) == it }
    }

    def "there is no role '#word'"() {
        expect:
        Role.parse(word) == Parsed.flawed(new Flaw('role_unknown'))

        where:
        word << ['', 'Admin', 'ADMIN', 'root', 'admin ', 'reader,admin']
    }
}

package dev.beranda.domain.user

import dev.beranda.domain.shared.Flaw
import dev.beranda.domain.shared.Parsed
import spock.lang.Specification

class UsernameSpec extends Specification {

    def "a name is kept as it was typed and is unique whatever the case: #typed"() {
        given:
        def name = (Username.parse(typed) as Parsed.Valid<Username>).value()

        expect:
        name.value() == kept
        name.key() == key

        where:
        typed       || kept       | key
        'ayu'       || 'ayu'      | 'ayu'
        'AyuL'      || 'AyuL'     | 'ayul'
        ' ayu '     || 'ayu'      | 'ayu'
        'ａｙｕ'    || 'ayu'      | 'ayu'
        'a.y-u_1'   || 'a.y-u_1'  | 'a.y-u_1'
        '007'       || '007'      | '007'
        'a' * 64    || 'a' * 64   | 'a' * 64
    }

    def "nobody can be imitated or hidden behind a name: #typed"() {
        expect:
        Username.parse(typed) instanceof Parsed.Invalid

        where:
        typed << [
            '', 'ay', '-ayu', 'ayu-', '.ayu', 'ayu.', 'a yu', 'ayu@x', 'a/yu', 'a\u0000yu', 'ayu\u200b', 'a\u202eyu',
            'аyu', 'ayü', 'a\u0131u', '\ud800yu', '😀😀😀', 'ayu\n', "ay'u", 'ayu%00',
        ].findAll { it.strip() != 'ayu' } + ['a' * 65, 'a' * 1_000_000]
    }

    def "words of the house are nobody's name: #typed"() {
        expect:
        Username.parse(typed) == Parsed.flawed(new Flaw('username_reserved'))

        where:
        typed << ['admin', 'ADMIN', 'me', 'Api', 'ａｄｍｉｎ', 'support', 'beranda']
                .findAll { it.length() > 2 }
    }

    def "who chooses none gets a name of their own that says nothing about them"() {
        given:
        def ids = (1..3).collect { new UserId(UUID.randomUUID()) }

        when:
        def names = ids.collect { Username.provisional(it) }

        then:
        names.toSet().size() == 3
        names.every { it.value() ==~ /user-[0-9a-f]{12}/ }
    }

    def "who is called #words elsewhere may be called #names here"() {
        given:
        def id = new UserId(UUID.fromString('01920000-0000-7000-8000-00000000c0de'))

        expect:
        Username.suggestions(words, id)*.value() == names + ['user-00000000c0de']

        where:
        words                                || names
        []                                   || []
        ['']                                 || []
        ['ayu']                              || ['ayu', 'ayu-c0de']
        ['Ayu.K', 'Ayu Kartini']             || ['ayu.k', 'ayu.k-c0de', 'ayu-kartini', 'ayu-kartini-c0de']
        ['José  Ñandú!']                     || ['jose-nandu', 'jose-nandu-c0de']
        ['ayu@example.com', 'ayu@corp']      || []
        ['admin']                            || ['admin-c0de']
        ['x']                                || ['x-c0de']
        ['абв', '李雷']        || []
        ['../../etc/passwd']                 || ['etc-passwd', 'etc-passwd-c0de']
        ['a' * 1000]                         || ['a' * 30, 'a' * 30 + '-c0de']
        ['a' * 29 + '-b']                    || ['a' * 29, 'a' * 29 + '-c0de']
    }
}

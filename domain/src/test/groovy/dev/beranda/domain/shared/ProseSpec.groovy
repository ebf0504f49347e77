package dev.beranda.domain.shared

import spock.lang.Specification

class ProseSpec extends Specification {

    def "#count words: #text"() {
        expect:
        new Prose(text).words() == count

        where:
        text                            || count
        ''                              || 0
        ' – … ! '                       || 0
        'Selamat pagi, dunia.'          || 3
        'It doesn\'t well-know a_b 3.5' || 6
        'cafe\u0301 नमस्ते दुनिया'         || 3
        '日本語のテキスト'                || 4
        'Java 25 を使う'                || 4
        'สวัสดีครับ'                      || 2
        '안녕하세요 세계'                 || 2
    }

    def "reading #words words takes #minutes"() {
        expect:
        new Prose('word ' * words).readingMinutes() == minutes

        where:
        words || minutes
        0     || 1
        230   || 1
        231   || 2
        2_300 || 10
    }

    def "the opening is one line of whole words: #text"() {
        expect:
        new Prose(text).opening(20) == opening

        where:
        text                         || opening
        ''                           || ''
        ' Twenty characters\nok '    || 'Twenty characters ok'
        'Twenty characters or more'  || 'Twenty characters…'
        'Nineteen and a half then'   || 'Nineteen and a half…'
        'x' * 30                     || 'x' * 19 + '…'
        'ab ' + 'x' * 30             || 'ab ' + 'x' * 16 + '…'
        '日本語' * 10                 || '日本語' * 6 + '日…'
        '👩\u200d💻' * 9              || '👩\u200d💻' * 3 + '…'
        'x' * 18 + 'e\u0301' * 9     || 'x' * 18 + '…'
    }

    def "nothing comes out longer than asked, nor cut through a character"() {
        given:
        def prose = new Prose('naïve 👨\u200d👩\u200d👧 e\u0301\u0301 日本語 ' * 20)

        expect:
        (2..300).every { longest ->
            def opening = prose.opening(longest)
            opening.length() <= longest && !opening.codePoints().anyMatch { Character.getType(it) == Character.SURROGATE as int }
        }
    }
}

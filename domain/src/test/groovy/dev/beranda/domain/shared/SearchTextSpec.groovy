package dev.beranda.domain.shared

import spock.lang.Specification

class SearchTextSpec extends Specification {

    def "text is taken as it is, without the space around it"() {
        expect:
        SearchText.parse(raw) == Parsed.of(new SearchText(text))

        where:
        raw        || text
        ' ayu '    || 'ayu'
        '100%_\\'  || '100%_\\'
        'é'  || 'é'
        'x' * 100  || 'x' * 100
    }

    def "nothing, too much and what is no text will not do: #what"() {
        expect:
        SearchText.parse(raw) == Parsed.flawed(new Flaw('search_invalid', 100))

        where:
        what               | raw
        'nothing'          | ' '
        'too much'         | 'x' * 101
        'far too much'     | ' ' * 1_000
        'a zero'           | 'a\u0000b'
        'half a character' | 'a\ud83c'
    }
}

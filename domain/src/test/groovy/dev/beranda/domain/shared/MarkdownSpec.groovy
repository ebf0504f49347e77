package dev.beranda.domain.shared

import static dev.beranda.domain.shared.Markdown.Kind.ARTICLE
import static dev.beranda.domain.shared.Markdown.Kind.REMARK

import spock.lang.Specification

class MarkdownSpec extends Specification {

    def "text stays as it was typed, with line ends of ours: #raw"() {
        expect:
        Markdown.parse(raw, REMARK) == Parsed.of(new Markdown(text))

        where:
        raw                      || text
        ' *ayu*  '               || ' *ayu*  '
        'a\r\nb\rc\n'            || 'a\nb\nc\n'
        '\ufeff# Title'          || '# Title'
        'a\tb'                   || 'a\tb'
        'e\u0301 👩\u200d💻 عربي' || 'e\u0301 👩\u200d💻 عربي'
        '\u202eabc'              || '\u202eabc'
    }

    def "what no reader could read will not do: #what"() {
        expect:
        [ARTICLE, REMARK].every { Markdown.parse(raw, it) == Parsed.flawed(new Flaw('text_unreadable')) }

        where:
        what                | raw
        'a zero'            | 'a\u0000b'
        'an escape'         | 'a\u001b[31m'
        'a second control'  | 'a\u0085b'
        'half a character'  | 'a\ud83c'
        'the wrong half'    | '\udf0da'
        'no character'      | 'a\uffff'
        'no character, far' | new String(Character.toChars(0x1FFFE))
        'no character, old' | '\ufdd0'
    }

    def "an article and a remark have their bounds, counted in characters"() {
        expect:
        Markdown.parse('🌏' * kind.longest(), kind) instanceof Parsed.Valid
        Markdown.parse('x' * (kind.longest() + 1), kind) == tooLong
        Markdown.parse('\r\n' * (kind.longest() + 1), kind) == tooLong
        Markdown.parse('x' * (4 * kind.longest() + 1), kind) == tooLong

        where:
        kind << [ARTICLE, REMARK]
        tooLong = Parsed.flawed(new Flaw('text_too_long', kind.longest()))
    }

    def "a draft may be empty, a remark may not"() {
        expect:
        Markdown.parse(raw, ARTICLE) == Parsed.of(new Markdown(raw))
        Markdown.parse(raw, REMARK) == Parsed.flawed(new Flaw('text_blank'))

        where:
        raw << ['', ' \n\t ']
    }
}

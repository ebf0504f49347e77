package dev.beranda.domain.shared

import spock.lang.Specification

abstract class TypesetterContract extends Specification {

    abstract Typesetter getTypesetter()

    def "a text becomes what can be put in a page, and what can be read and counted"() {
        when:
        def set = typesetter.article(new Markdown('Selamat pagi')) as Typesetting.Typeset

        then:
        set.html().value().contains('Selamat pagi')
        set.prose().words() == 2
        set.outline() == []
    }

    def "the headings of an article are its outline, and each can be reached"() {
        when:
        def set = typesetter.article(new Markdown('# Rice\n\nand\n\n## Eggs\n\nor\n\n## Eggs\n')) as Typesetting.Typeset

        then:
        set.outline()*.level() == [1, 2, 2]
        set.outline()*.text() == ['Rice', 'Eggs', 'Eggs']
        set.outline()*.anchor().toSet().size() == 3
        set.outline().every { set.html().value().contains("id=\"${it.anchor()}\"") }
    }

    def "a remark has no headings"() {
        when:
        def set = typesetter.remark(new Markdown('# Rice\n\nand more')) as Typesetting.Typeset

        then:
        set.outline() == []
        !set.html().value().contains('<h1')
        set.prose().words() == 3
    }

    def "nothing that acts comes through"() {
        expect:
        ['article', 'remark'].every {
            def set = typesetter."$it"(new Markdown('before\n\n<script>alert(1)</script>\n\nafter')) as Typesetting.Typeset
            !set.html().value().contains('<script') && set.html().value().contains('after')
        }
    }

    def "nothing makes nothing"() {
        expect:
        ['article', 'remark', 'plainly'].every {
            def set = typesetter."$it"(new Markdown('')) as Typesetting.Typeset
            set.html().value() == '' && set.prose().isEmpty()
        }
    }

    def "whatever it is, it can be set plainly, and no mark in it means anything"() {
        when:
        def set = typesetter.plainly(new Markdown('# Rice\n\n*eggs* <b>&amp;</b>'))

        then:
        set.html().value() == '<pre># Rice\n\n*eggs* &lt;b&gt;&amp;amp;&lt;/b&gt;</pre>'
        set.prose().value() == '# Rice\n*eggs* <b>&amp;</b>' || set.prose().value() == '# Rice\n\n*eggs* <b>&amp;</b>'
        set.outline() == []
        typesetter.plainly(new Markdown('>' * 10_000 + ' deep')).html().value() == "<pre>${'&gt;' * 10_000} deep</pre>"
        ['<', '"', '🌋', '&'].every { typesetter.plainly(new Markdown(it * 200_000)).html().value().endsWith('</pre>') }
    }

    def "a text is set the same way each time"() {
        given:
        def text = new Markdown('# Rice\n\nwith *eggs*[^1]\n\n[^1]: or without\n')

        expect:
        typesetter.article(text) == typesetter.article(text)
        typesetter.edition() > 0
    }

    def "what is only there to wear out the setter is refused"() {
        expect:
        typesetter.article(new Markdown('>' * 10_000 + ' deep')) == new Typesetting.TooTangled()
        typesetter.remark(new Markdown('>' * 10_000 + ' deep')) == new Typesetting.TooTangled()
    }
}

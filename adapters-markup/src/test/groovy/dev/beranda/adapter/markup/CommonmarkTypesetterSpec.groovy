package dev.beranda.adapter.markup

import dev.beranda.domain.shared.Markdown
import dev.beranda.domain.shared.Typesetter
import dev.beranda.domain.shared.TypesetterContract
import dev.beranda.domain.shared.Typesetting

class CommonmarkTypesetterSpec extends TypesetterContract {

    Typesetter typesetter = new CommonmarkTypesetter()

    def "what Markdown offers comes through: #text"() {
        expect:
        article(text) == html

        where:
        text                                    || html
        'a *b* **c** ~~d~~ `e`'                 || '<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e</code></p>'
        '> a\n\n---\n'                          || '<blockquote>\n<p>a</p>\n</blockquote>\n<hr>'
        '3. a\n4. b'                            || '<ol start="3"><li>a</li><li>b</li></ol>'
        '```c++ {1}\na < b && "c"\n```'         || '<pre><code class="language-c++">a &lt; b &amp;&amp; "c"\n</code></pre>'
        '- [x] a\n- [ ] b'                      || '<ul><li><input type="checkbox" disabled="" checked=""> a</li><li><input type="checkbox" disabled=""> b</li></ul>'
        '|a|b|\n|:-:|-:|\n|1|2|'                || '<table><thead><tr><th align="center">a</th><th align="right">b</th></tr></thead><tbody><tr><td align="center">1</td><td align="right">2</td></tr></tbody></table>'
        '![a *b*](/c.png "d")'                  || '<p><img src="/c.png" alt="a b" title="d"></p>'
        '# A\n\n## Über *uns*'                  || '<h1 id="section-a">A</h1>\n<h2 id="section-über-uns">Über <em>uns</em></h2>'
        'a  \nb'                                || '<p>a<br>\nb</p>'
        'a {{b}} @c =d'                         || '<p>a {{b}} @c =d</p>'
    }

    def "footnotes lead there and back, each in its own way"() {
        when:
        def html = article('a[^x] b[^x] c[^Y]\n\n[^x]: *one*\n\n[^Y]: two\n')

        then:
        html.contains('<sup class="footnote-ref"><a href="#fn-x" id="fnref-x">1</a></sup>')
        html.contains('<a href="#fn-x" id="fnref-x-2">1</a>')
        html.contains('<section class="footnotes">\n<ol><li id="fn-x">\n<p><em>one</em> <a href="#fnref-x" class="footnote-backref" aria-label="Back to reference 1">↩</a>')
    }

    def "links go where they may, and say how: #text"() {
        expect:
        article(text) == "<p>$html</p>"

        where:
        text                              || html
        '[a](https://b.test/c?d=e&f#g)'   || '<a href="https://b.test/c?d=e&amp;f#g" rel="noopener">a</a>'
        '[a](HTTP://b.test)'              || '<a href="HTTP://b.test" rel="noopener">a</a>'
        '[a](/b "c")'                     || '<a href="/b" title="c">a</a>'
        '[a](b.html)'                     || '<a href="b.html">a</a>'
        '[a](mailto:b@c.test)'            || '<a href="mailto:b@c.test">a</a>'
        '[a](//b.test/c)'                 || '<a href="https://b.test/c" rel="noopener">a</a>'
        '<https://b.test>'                || '<a href="https://b.test" rel="noopener">https://b.test</a>'
        'https://b.test/c.'               || '<a href="https://b.test/c" rel="noopener">https://b.test/c</a>.'
        'www.b.test'                      || '<a href="http://www.b.test" rel="noopener">www.b.test</a>'
        '[a](#Über%20uns)'                || '<a href="#section-über-uns">a</a>'
        '[a](#section-b)'                 || '<a href="#section-b">a</a>'
        '[a](javascript:alert(1))'        || 'a'
        '[a](\\\\b.test)'                 || 'a'
        '<a href="/&#9;/b.test">a</a>'    || '<a href="/%09/b.test">a</a>'
        '<a href="/&#92;b.test">a</a>'    || 'a'
        '[a](tel:1)'                      || 'a'
        '<a href="/b" target=_blank>a</a>' || '<a href="/b">a</a>'
    }

    def "what belongs in an article may be written as HTML: #text"() {
        expect:
        article(text) == html

        where:
        text                                                                  || html
        'press <kbd>Esc</kbd>'                                                || '<p>press <kbd>Esc</kbd></p>'
        '<details open><summary>a</summary>\n\n*b*\n\n</details>'             || '<details open=""><summary>a</summary>\n<p><em>b</em></p>\n</details>'
        '<figure><img src="/a.png" alt="b"><figcaption>c</figcaption></figure>' || '<figure><img src="/a.png" alt="b"><figcaption>c</figcaption></figure>'
        'a<mark>b</mark><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>'         || '<p>a<mark>b</mark><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>'
        '<p lang="id" dir="auto">a</p>'                                       || '<p lang="id" dir="auto">a</p>'
        '<video src="https://a.test/b.mp4" controls poster="/c.png"></video>' || '<p><video src="https://a.test/b.mp4" controls="" poster="/c.png"></video></p>'
        '<h2 id="attributes" onclick="x">A</h2>'                              || '<h2 id="section-a">A</h2>'
        '<!-- a -->b'                                                         || 'b'
        'a<b>c'                                                               || '<p>a<b>c</b></p>'
        '<input name="a"><input type="checkbox" onclick="x">'                 || '<p><input type="checkbox" disabled=""></p>'
    }

    def "a remark has marks in its lines, lists, quotes and code, and no more: #text"() {
        expect:
        remark(text) == html

        where:
        text                          || html
        '*a* **b** ~~c~~ `d`'         || '<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>'
        'a\nb'                        || '<p>a<br>\nb</p>'
        '# a'                         || '<p>a</p>'
        'a\n==='                      || '<p>a</p>'
        '- a\n\n> b'                  || '<ul><li>a</li></ul>\n<blockquote>\n<p>b</p>\n</blockquote>'
        '```sql\na\n```'              || '<pre><code class="language-sql">a\n</code></pre>'
        '<b>a</b>'                    || '<p>&lt;b&gt;a&lt;/b&gt;</p>'
        '![a](https://b.test/c.png)'  || '<p><a href="https://b.test/c.png" rel="nofollow ugc noopener">a</a></p>'
        '![](/c.png)'                 || '<p><a href="/c.png" rel="nofollow ugc noopener">/c.png</a></p>'
        '[a](/b)'                     || '<p><a href="/b" rel="nofollow ugc noopener">a</a></p>'
        'https://b.test'              || '<p><a href="https://b.test" rel="nofollow ugc noopener">https://b.test</a></p>'
        '|a|\n|-|'                    || '<p>|a|<br>\n|-|</p>'
        'a[^1]\n\n[^1]: b'            || '<p>a<a href="b" rel="nofollow ugc noopener">^1</a></p>'
        '[a](javascript:b)'           || '<p>a</p>'
    }

    def "the words are those that are seen"() {
        expect:
        (typesetter.article(new Markdown(text)) as Typesetting.Typeset).prose().value() == prose

        where:
        text                                      || prose
        '# A *b*\n\nc [d](/e) `f`'                || 'A b\nc d f'
        '- a\n- b'                                || 'a\nb'
        '|a|b|\n|-|-|\n|1|2|'                     || 'a\nb\n1\n2'
        'a[^1]\n\n[^1]: b'                        || 'a\nb'
        'a &amp; b &lt;'                          || 'a & b <'
        '<script>a</script><p>b</p>'              || 'b'
        '<style>a</style>\n\nb'                   || 'b'
        '![a](/b.png)'                            || ''
        'a  \nb'                                  || 'a\nb'
    }

    def "headings of the same words have anchors of their own, and those that have none are no part of the outline"() {
        when:
        def set = typesetter.article(new Markdown('# A\n# A\n# A-1\n# A\n#\n# ???\n### 日本語\n# A **b** `c`')) as Typesetting.Typeset

        then:
        set.outline()*.anchor() == ['section-a', 'section-a-1', 'section-a-1-1', 'section-a-2', 'section-1', 'section-日本語', 'section-a-b-c']
        set.outline()*.text() == ['A', 'A', 'A-1', 'A', '???', '日本語', 'A b c']
    }

    private String article(String text) {
        (typesetter.article(new Markdown(text)) as Typesetting.Typeset).html().value()
    }

    private String remark(String text) {
        (typesetter.remark(new Markdown(text)) as Typesetting.Typeset).html().value()
    }
}

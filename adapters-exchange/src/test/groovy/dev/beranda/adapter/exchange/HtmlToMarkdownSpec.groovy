package dev.beranda.adapter.exchange

import spock.lang.Specification

class HtmlToMarkdownSpec extends Specification {

    def "what has a mark gets it: #html"() {
        expect:
        HtmlToMarkdown.convert(html) == markdown

        where:
        html                                                              || markdown
        '<p>One.</p><p>Two.</p>'                                          || 'One.\n\nTwo.'
        '<h2>Rain <em>again</em></h2><p>x</p>'                            || '## Rain *again*\n\nx'
        '<p><strong>b</strong> <b>c</b><i> d </i>e <del>f</del></p>'      || '**b** **c** *d* e ~~f~~'
        '<p><a href="https://a.test/x_(y)">l</a></p>'                     || '[l](https://a.test/x_%28y%29)'
        '<p><a href="javascript:alert(1)">l</a> <a name="x">m</a></p>'    || 'l m'
        '<p><img src="/a b.png" alt="A [b]"></p>'                         || '![A \\[b\\]](/a%20b.png)'
        '<figure><img src="a.png"><figcaption>Cap</figcaption></figure>'  || '![](a.png)\n\n*Cap*'
        '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>'                || '- a\n- b\n  - c'
        '<ol start="3"><li>a</li><li>b</li></ol>'                         || '3. a\n4. b'
        '<ul><li><p>a</p><p>b</p></li><li>c</li></ul>'                    || '- a\n\n  b\n\n- c'
        '<blockquote><p>a</p><p>b</p></blockquote>'                       || '> a\n>\n> b'
        '<pre><code class="language-java">int a;\n\n  b&lt;c</code></pre>' || '```java\nint a;\n\n  b<c\n```'
        '<pre>a```b</pre>'                                                || '````\na```b\n````'
        '<p><code>a `b`</code></p>'                                       || '`` a `b` ``'
        '<p>a<br>b</p><hr><p>c</p>'                                       || 'a\\\nb\n\n---\n\nc'
        '<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td></tr></table>' || '| a | b |\n| --- | --- |\n| 1\\|2 |   |'
        '<table><tr><td>1</td></tr></table>'                              || '|   |\n| --- |\n| 1 |'
        '<p>H<sub>2</sub>O <span style="x">s</span></p>'                  || 'H<sub>2</sub>O s'
        '<div><section>a<div>b</div></section></div>'                     || 'a\n\nb'
        ''                                                                || ''
    }

    def "what is no mark does not become one: #html"() {
        expect:
        HtmlToMarkdown.convert(html) == markdown

        where:
        html                              || markdown
        '<p>2 * 3 * 4_5_6 [x] `y`</p>'    || '2 \\* 3 \\* 4\\_5\\_6 \\[x\\] \\`y\\`'
        '<p># no heading</p>'             || '\\# no heading'
        '<p>#tag</p>'                     || '#tag'
        '<p>1. no list</p>'               || '1\\. no list'
        '<p>1984 was</p>'                 || '1984 was'
        '<p>- no list</p><p>---</p>'      || '\\- no list\n\n\\---'
        '<p>a &lt;b&gt; &amp;amp; c & d</p>' || 'a \\<b\\> \\&amp; c & d'
        '<p>&gt; no quote</p>'            || '\\> no quote'
    }

    def "what is no text is left out, what there are no marks for stays"() {
        given:
        def markdown = HtmlToMarkdown.convert('<!-- wp:paragraph --><p>a</p><script>alert(1)</script><style>x{}</style><!--more-->'
                + '<iframe src="https://video.test/1"></iframe><table><tr><td colspan="2">x</td></tr></table>')

        expect:
        markdown.startsWith('a\n\n<iframe src="https://video.test/1"></iframe>\n\n<table>')
        !markdown.contains('alert')
        !markdown.contains('wp:')
        !markdown.contains('\n\n<tr')
    }

    def "where nobody wrote paragraphs, lines make them, and shortcodes stay text"() {
        expect:
        HtmlToMarkdown.convert('First <em>line</em>\nsecond.\r\n\r\nNext [gallery ids="1,2"]\n\n<h2>Head</h2>\n\nLast.') ==
                'First *line*\\\nsecond.\n\nNext \\[gallery ids="1,2"\\]\n\n## Head\n\nLast.'
    }

    def "what is too long to be read at once is not"() {
        when:
        HtmlToMarkdown.convert('<p>' + 'x' * 1_000_000)

        then:
        def broken = thrown(Malformed)
        broken.flaw().code() == 'import_entry_too_large'
        HtmlToMarkdown.words('x' * 5_000_000).length() == 20_000
    }

    def "however deep or broken it is, it comes to an end"() {
        expect:
        HtmlToMarkdown.convert('<div>' * 20_000 + 'deep' + '</div>' * 10).contains('deep')
        HtmlToMarkdown.convert('<ul><li>' * 5_000 + 'deep').contains('deep')
        HtmlToMarkdown.convert('<b><i>' * 5_000 + 'deep').contains('deep')
        HtmlToMarkdown.convert('<p>open <b>bold <a href=x>link') == 'open **bold [link](x)**'
        HtmlToMarkdown.words('Tom &amp; <b>Jerry</b>\n  again') == 'Tom & Jerry again'
    }
}

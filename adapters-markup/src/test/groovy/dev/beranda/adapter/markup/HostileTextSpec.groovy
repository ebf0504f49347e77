package dev.beranda.adapter.markup

import dev.beranda.domain.shared.Markdown
import dev.beranda.domain.shared.Typesetting
import java.lang.management.ManagementFactory
import org.jsoup.Jsoup
import org.jsoup.nodes.Element
import spock.lang.Shared
import spock.lang.Specification

/// What is written to do something else than be read.
class HostileTextSpec extends Specification {

    static final LETS_IN = [
        '[x](javascript:alert(1))', '[x](JaVaScRiPt:alert(1))', '[x](jAvAsCrIpT&colon;alert(1))', '[x](java&#10;script:alert(1))',
        '[x](&#x01;javascript:alert(1))', '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)', '[x](vbscript:x)',
        '[x](<javascript:alert(1)>)', '[x][y]\n\n[y]: javascript:alert(1)', '<javascript:alert(1)>', '![x](javascript:alert(1))',
        '![x](x "onerror=alert(1)")', '![x](x" onerror="alert(1))', '![x"onerror="alert(1)](x)', '[x](x "y\\" onclick=alert(1)")',
        '```x" onclick="alert(1)\ny\n```', '```"><script>alert(1)</script>\ny\n```', '# x" onclick="alert(1)', '# <img src=x onerror=alert(1)>',
        '[^"><script>alert(1)</script>]\n\n[^"><script>alert(1)</script>]: x', '[^" onclick="alert(1)]\n\n[^" onclick="alert(1)]: x',
        '<script>alert(1)</script>', '<scr<script>ipt>alert(1)</scr</script>ipt>', '<SCRIPT SRC=//evil.test/x.js>', '<script/x>alert(1)</script>',
        '<img src=x onerror=alert(1)>', '<img/src=x/onerror=alert(1)>', '<img src="x" onerror\n=\n"alert(1)">', '<img src=`x`onerror=alert(1)>',
        '<svg><script>alert(1)</script></svg>', '<svg/onload=alert(1)>', '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
        '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
        '<math><mtext><table><mglyph><style><math href=javascript:alert(1)>x</math></style></mglyph></table></mtext></math>',
        '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<noscript><style><</noscript><img src=x onerror=alert(1)>',
        '<style><img src="</style><img src=x onerror=alert(1)//">', '<style>@import "//evil.test"</style>', '<p style="position:fixed;inset:0">x</p>',
        '<a href="\u0001javascript:alert(1)">x</a>'.replace('\u0001', '&#1;'), '<a href="&#106;avascript:alert(1)">x</a>', '<a href=" javascript:alert(1)">x</a>',
        '<a href="java\tscript:alert(1)">x</a>', '<a href="javascript&NewLine;:alert(1)">x</a>', '<a href=javascript&colon;alert&lpar;1&rpar;>x</a>',
        '<details ontoggle=alert(1) open>x</details>', '<iframe srcdoc="<script>alert(1)</script>"></iframe>', '<iframe src=javascript:alert(1)>',
        '<object data=javascript:alert(1)>', '<embed src=javascript:alert(1)>', '<form id=x><input name=attributes><button formaction=javascript:alert(1)>x</button></form>',
        '<form action=//evil.test><input type=password name=password></form>', '<base href=//evil.test>', '<meta http-equiv=refresh content=0;url=//evil.test>',
        '<link rel=stylesheet href=//evil.test>', '<video><source onerror=alert(1)></video>', '<video poster=javascript:alert(1)//></video>', '<audio src=x onerror=alert(1)>',
        '<body onload=alert(1)>', '<table background=javascript:alert(1)><td>x</td></table>', '<template><img src=x onerror=alert(1)></template>',
        '<textarea><img title="</textarea><img src=x onerror=alert(1)>">', '<title><img title="</title><img src=x onerror=alert(1)>">', '<xmp><img title="</xmp><img src=x onerror=alert(1)>">',
        '<select><style></select><img src=x onerror=alert(1)></style>', '<plaintext><img src=x onerror=alert(1)>', '<!--<img src="--><img src=x onerror=alert(1)//">',
        '<![CDATA[<img src=x onerror=alert(1)>]]>', '<?xml <img src=x onerror=alert(1)>?>', '<!DOCTYPE x [<!ENTITY y "<script>">]>', '<x onclick=alert(1)>x</x>',
        '<a id=cookie name=cookie>x</a>', '<img id=body name=body src=x>', '<p id=section-x class="fixed inset-0">x</p>', '<li id=fn-1>x</li><li id=fn-1>y</li>',
        '<a href=x ping=//evil.test target=_blank>x</a>', '<img src=data:image/svg+xml,<svg/onload=alert(1)>>', '<img srcset="javascript:alert(1) 1x" src=x>',
        '<button popovertarget=x>x</button><div popover id=x onbeforetoggle=alert(1)>y</div>', '<dialog open>x</dialog>', '<marquee onstart=alert(1)>x</marquee>',
        '<b><p><b><p><i></b>x</i>', '<table><tr><td><table><img src=x onerror=alert(1)></table>', '<a href="x"><a href="javascript:alert(1)">y</a></a>',
        '{{constructor.constructor("alert(1)")()}}', '<div data-x="{{7*7}}" v-html="x" ng-app x-data="alert(1)" hx-get=//evil.test>x</div>',
        '&lt;script&gt;alert(1)&lt;/script&gt;', '<IMG """><SCRIPT>alert(1)</SCRIPT>"\\>', '<img src=x:alert(1) onerror=eval(src)>', '<p/onclick=alert(1)/x>x',
    ]

    static final ACTS = ['script', 'style', 'base', 'form', 'svg', 'math', 'iframe', 'object', 'embed', 'meta', 'link', 'template', 'noscript',
                         'button', 'textarea', 'select', 'title', 'dialog', 'frame', 'source']

    @Shared
    CommonmarkTypesetter typesetter = new CommonmarkTypesetter()

    def "nothing of it acts in a page: #text"() {
        expect:
        faults(typesetter.article(new Markdown(text)), true) == []
        faults(typesetter.remark(new Markdown(text)), false) == []

        where:
        text << LETS_IN
    }

    def "what came through once comes through again, unchanged: #text"() {
        expect:
        again(text, Sieve.ARTICLE)
        again(text, Sieve.REMARK)

        where:
        text << LETS_IN
    }

    def "whatever pieces meet, nothing acts, and what came through once comes through unchanged"() {
        given:
        def chance = new Random(7)
        def pieces = LETS_IN + ['<b>', '</b>', '<p>', '</p>', '<table>', '<td>', '</table>', '<a href="/x">', '</a>', '<h2>', '</h2>', '<ul>', '<li>', '<details>',
                                '*', '**', '`', '# ', '> ', '- ', '\n', '\n\n', '&', '&#', '<', '"', "'", 'a', '日', '\u00a0', '<pre>\n\n', '{', '{', '<code>', '</div>', '[^1]', '\n\n[^1]: b\n\n']

        expect:
        1_500.times {
            def text = (0..chance.nextInt(12)).collect { pieces[chance.nextInt(pieces.size())] }.join('')
            assert faults(typesetter.article(new Markdown(text)), true) == []
            assert faults(typesetter.remark(new Markdown(text)), false) == []
            assert again(text, Sieve.ARTICLE)
            assert again(text, Sieve.REMARK)
        }
    }

    def "what is there to wear out the setter costs little: #what"() {
        given:
        def threads = ManagementFactory.threadMXBean
        typesetter.article(new Markdown('warm *up*'))

        when:
        long began = threads.currentThreadCpuTime
        def set = typesetter.article(new Markdown(text))
        long millis = (threads.currentThreadCpuTime - began).intdiv(1_000_000)

        then:
        millis < 3_000
        tangled == null || (set instanceof Typesetting.TooTangled) == tangled
        set instanceof Typesetting.TooTangled || (set as Typesetting.Typeset).html().value().length() <= CommonmarkTypesetter.LONGEST_ARTICLE

        where:
        what                              | text                                                                                  || tangled
        'quotes'                          | '>' * 10_000 + ' a'                                                                   || true
        'quotes, on every line'           | ('>' * 90 + ' a\n') * 2_000                                                           || null
        'brackets'                        | '[' * 200_000                                                                         || false
        'links in brackets'               | '[[]()' * 40_000                                                                      || true
        'links in emphasis'               | '*[a](b)' * 28_000                                                                    || true
        'pictures in pictures'            | '![' * 30_000 + 'x' + '](u)' * 30_000                                                 || true
        'stars'                           | '*' * 99_000 + 'x' + '*' * 99_000                                                   || null
        'stars and words'                 | '*a ' * 33_000 + ' a*' * 33_000                                                       || null
        'lists'                           | (0..<400).collect { '  ' * it + '- a' }.join('\n')                                    || null
        'lists in a line'                 | '- ' * 100_000                                                                        || null
        'a table too wide'                | '|a' * 10_000 + '\n' + '|-' * 10_000 + '\n' + '|x\n' * 40_000                         || true
        'many tables wide enough'         | ('|a' * 224 + '\n' + '|-' * 224 + '\n' + '|x\n' * 224 + '\n') * 120                   || true
        'rows that are no table'          | '| a |\n' * 33_000                                                                    || null
        'one address, often linked to'    | '[a]: http://x/' + 'y' * 100_000 + '\n\n' + '[a]' * 9_000                             || true
        'one title, often linked to'      | '[a]: <> "' + 'y' * 100_000 + '"\n\n' + '[a]' * 9_000                                 || true
        'footnotes in a chain'            | '[^0]\n\n' + (0..9_000).collect { "[^$it]: [^${it + 1}]\n\n" }.join('')                || null
        'footnotes in a net'              | '[^0]\n\n' + (0..7_000).collect { "[^$it]: [^${it * 7 % 7_001}][^${it * 13 % 7_001}]\n\n" }.join('') || null
        'one footnote, often called'      | '[^0]: x\n\n' + '[^0]' * 49_000                                                       || true
        'one line'                        | 'x' * 200_000                                                                         || false
        'one line of words'               | 'word ' * 40_000                                                                      || false
        'code that never ends'            | (1..620).collect { '`' * it + 'a' }.join('')                                          || false
        'tags that never end'             | '<a ' * 66_000                                                                        || null
        'bold that never ends'            | '<b>' * 66_000                                                                        || true
        'bold reopened in paragraphs'     | '<b>' * 90 + '<p>x' * 45_000                                                          || null
        'bold opened again and again'     | '<b><p>' * 30_000                                                                     || null
        'tables in tables'                | '<table><tr><td>' * 13_000                                                            || true
        'attributes'                      | '<p ' + 'a=b ' * 49_000 + '>x'                                                        || null
        'names'                           | '&' * 200_000                                                                         || false
        'headings all the same'           | '# a\n' * 49_000                                                                      || null
        'accents on one letter'           | '# a' + '\u0301' * 190_000                                                            || false
        'comments'                        | '<!--' * 50_000                                                                       || null
        'addresses'                       | 'http://a.b/((((' * 12_000                                                            || null
        'mail'                            | 'a@b.' * 50_000                                                                       || null
    }

    private static List<String> faults(Typesetting set, boolean article) {
        def body = Jsoup.parseBodyFragment((set as Typesetting.Typeset).html().value()).body()
        body.allElements.drop(1).collectMany { faultsOf(it, article) } + doubles(body)
    }

    private static List<String> faultsOf(Element element, boolean article) {
        def faults = []
        if (element.normalName() in ACTS || !article && element.normalName() in ['img', 'input', 'table', 'h1', 'h2', 'h3', 'video', 'audio', 'div', 'b']) {
            faults << "<${element.normalName()}>"
        }
        if (element.normalName() == 'input' && (element.attr('type') != 'checkbox' || !element.hasAttr('disabled'))) {
            faults << 'a field'
        }
        element.attributes().each {
            def value = it.value.replaceAll(/[\x00-\x20]/, '').toLowerCase()
            if (it.key.startsWith('on') || it.key in ['style', 'name', 'srcdoc', 'srcset', 'formaction', 'target', 'ping', 'action', 'background', 'xlink:href'] || it.key.startsWith('data-')) {
                faults << "$it.key"
            }
            if (it.key in ['href', 'src', 'poster'] && (value =~ /^[a-z][a-z0-9+.-]*:/ && !(value =~ /^(https?|mailto):/) || value.startsWith('//') || value.contains('\\'))) {
                faults << "$it.key=$it.value"
            }
            if (it.key == 'id' && !(value =~ /^(section|fn|fnref)-./)) {
                faults << "id=$it.value"
            }
            if (it.key == 'class' && !(it.value ==~ /language-[\w+#.-]+|footnotes|footnote-ref|footnote-backref/)) {
                faults << "class=$it.value"
            }
        }
        faults
    }

    private static List<String> doubles(Element body) {
        body.select('[id]')*.id().countBy { it }.findAll { it.value > 1 }.keySet().collect { "twice $it" as String }
    }

    private boolean again(String text, Sieve sieve) {
        def set = sieve == Sieve.ARTICLE ? typesetter.article(new Markdown(text)) : typesetter.remark(new Markdown(text))
        def html = (set as Typesetting.Typeset).html()
        assert sieve.sift(html.value(), CommonmarkTypesetter.LONGEST_ARTICLE).html() == html
        true
    }
}

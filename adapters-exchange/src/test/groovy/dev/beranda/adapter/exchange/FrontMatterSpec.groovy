package dev.beranda.adapter.exchange

import java.time.Instant
import spock.lang.Specification

class FrontMatterSpec extends Specification {

    def "names, lists and texts are read as text, whatever they look like"() {
        given:
        def matter = read('''\
            title: "Hujan: lagi"
            date: 2020-01-02 03:04:05 +0700
            draft: true
            count: 007
            none: null
            tags: [a, 'b c', "d"]
            list:
              - one
              - two
            author:
              name: Ayu
              email: ayu@example.com
            '''.stripIndent())

        expect:
        matter.fields() == [title: 'Hujan: lagi', date: '2020-01-02 03:04:05 +0700', draft: 'true', count: '007', none: '',
                tags: ['a', 'b c', 'd'], list: ['one', 'two'], author: [name: 'Ayu', email: 'ayu@example.com']]
        matter.body() == 'Body.\n---\nMore.'
        matter.time('nothing', 'date').get() == Instant.parse('2020-01-01T20:04:05Z')
        matter.flag('draft').get()
        matter.anything('author') == ['Ayu', 'ayu@example.com']
    }

    def "what grows, makes things, or goes too deep is refused, with its line: #yaml"() {
        when:
        read(yaml)

        then:
        def broken = thrown(Malformed)
        broken.flaw().code() == 'front_matter_invalid'
        broken.flaw().arguments() == [line]

        where:
        yaml                                                                      || line
        'a: &x [1]\nb: *x\n'                                                      || 1
        'a: 1\nb: *x\n'                                                           || 2
        'a: !!javax.script.ScriptEngineManager [x]\n'                             || 1
        'ok: 1\na: !!java.net.URL ["http://127.0.0.1:1/"]\n'                      || 2
        'a: !!binary aGVsbG8=\n'                                                 || 1
        'a: !!java.io.File /etc/passwd\n'                                        || 1
        'a: !ruby/object:Gem {}\n'                                                || 1
        'a: ' + '[' * 20 + ']' * 20 + '\n'                                        || 1
        'a: ' + '[' * 30_000 + '\n'                                               || 1
        'a: ' + '{a: ' * 20_000 + '\n'                                            || 1
        'a: 1\na: 2\n'                                                            || 2
        'a: 1\n[b]: 2\n'                                                          || 2
        'a: "open\n'                                                              || 2
        '- a\n- b\n'                                                              || 1
        'just words\n'                                                            || 1
        'a: ' + 'x' * 70_000 + '\n'                                               || 1
    }

    def "without it, or without an end, or in another language: #text"() {
        expect:
        refusal(text) == code

        where:
        text                         || code
        'Words.'                     || 'none'
        ' ---\ntitle: x\n---\n'      || 'none'
        '----\ntitle: x\n---\n'      || 'none'
        '---\ntitle: x\nWords.'      || 'front_matter_invalid'
        '+++\ntitle = "x"\n+++\n'    || 'front_matter_toml'
    }

    def "line ends and marks at the beginning make no difference"() {
        expect:
        FrontMatter.in('\uFEFF---\r\ntitle: x\r\n---\r\nA\r\nb').get().with { [fields(), body()] } == [[title: 'x'], 'A\nb']
        FrontMatter.in('---\ntitle: x\n---').get().body() == ''
        FrontMatter.in('---\n---\nx').get().fields() == [:]
        FrontMatter.in('---  \ntitle: x\n...\nx').get().body() == 'x'
    }

    def "moments as people write them: #text"() {
        expect:
        FrontMatter.moment(text).map { it as String }.orElse(null) == time

        where:
        text                          || time
        '2020-01-02'                  || '2020-01-02T00:00:00Z'
        '2020-01-02 03:04'            || '2020-01-02T03:04:00Z'
        '2020-01-02T03:04:05Z'        || '2020-01-02T03:04:05Z'
        '2020-01-02t03:04:05.123456z' || '2020-01-02T03:04:05.123456Z'
        '2020-01-02 03:04:05 +0700'   || '2020-01-01T20:04:05Z'
        '2020-01-02T03:04:05+07:00'   || '2020-01-01T20:04:05Z'
        '2020-01-02 03:04:05 UTC'     || '2020-01-02T03:04:05Z'
        '2020-13-02'                  || null
        '2020-02-30'                  || null
        'yesterday'                   || null
        '0001-01-01'                  || '0001-01-01T00:00:00Z'
        '9999-12-31T23:59:59Z'        || '9999-12-31T23:59:59Z'
        '0001-01-01T00:00:00+01:00'   || null
        '9999-12-31T23:59:59-01:00'   || null
        '+300000-01-01T00:00:00Z'     || null
        '-4800-01-01T00:00:00Z'       || null
        ''                            || null
    }

    def "lists stand in one line, too: #line"() {
        expect:
        read("tags: $line\n").texts('tags') == texts

        where:
        line           || texts
        'rain city'    || ['rain', 'city']
        'rain, old city' || ['rain', 'old city']
        '"rain,"'      || ['rain']
        '[]'           || []
        '[rain, ~, {a: b}]' || ['rain']
    }

    private static String refusal(String text) {
        try {
            FrontMatter.in(text).map { 'read' }.orElse('none')
        } catch (Malformed broken) {
            broken.flaw().code()
        }
    }

    private static FrontMatter read(String matter) {
        FrontMatter.in("---\n$matter---\nBody.\n---\nMore.".toString()).get()
    }
}

package dev.beranda.adapter.markup

import com.github.difflib.UnifiedDiffUtils
import dev.beranda.domain.post.Differences
import dev.beranda.domain.shared.Markdown
import spock.lang.Specification
import spock.lang.Timeout

class LineDifferencesSpec extends Specification {

    Differences differences = new LineDifferences()

    def "it says what became different, with a little of what stands around it"() {
        expect:
        between('a\nb\nc\nd\ne\nf\ng\nh\ni', 'a\nb\nc\nd\nE\nf\ng\nh\ni') == '''\
                --- before
                +++ after
                @@ -2,7 +2,7 @@
                 b
                 c
                 d
                -e
                +E
                 f
                 g
                 h
                '''.stripIndent()
    }

    def "where nothing is different it says nothing"() {
        expect:
        between('a\nb', 'a\nb') == ''
        between('', '') == ''
    }

    def "whoever applies it to the one gets the other: #before.inspect() and #after.inspect()"() {
        expect:
        apply(before, between(before, after)) == after

        where:
        before             | after
        ''                 | 'a'
        'a'                | ''
        'a'                | 'a\n'
        'a\n\n\nb'         | 'a\n\nb'
        'a\nb\nc'          | 'c\nb\na'
        'a\na\na\na'       | 'a\na'
        'x'                | 'a\nb\nc\nx\nd\ne'
        '--- a\n+++ b'     | '@@ -1 +1 @@\n--- a'
    }

    def "that holds for any two texts"() {
        given:
        def random = new Random(seed)
        def text = { (0..random.nextInt(60)).collect { 'abcdef'[random.nextInt(6)] }.join('\n') }
        def (before, after) = [text(), text()]

        expect:
        before == after || apply(before, between(before, after)) == after

        where:
        seed << (1..100)
    }

    def "changes far from each other are told one by one"() {
        given:
        def lines = (1..3000)*.toString()
        def changed = lines.withIndex().collect { line, i -> i in [10, 1500, 2990] ? line + '!' : line }

        expect:
        between(lines.take(1900).join('\n'), changed.take(1900).join('\n')).readLines().count { it.startsWith('-') } == 3
    }

    @Timeout(20)
    def "the longest articles are compared in a bounded time, however little they have in common"() {
        given:
        def (before, after) = [text(100_000) { it % 7 as String }, text(100_000) { (it * 31) % 5 as String }]

        when:
        def difference = between(before, after)

        then:
        difference.length() < 900_000
        apply(before, difference) == after

        when:
        def (one, other) = [text(1_999) { "a$it" }, text(1_999) { "b$it" }]

        then:
        apply(one, between(one, other)) == other
    }

    private static String text(int lines, Closure<String> line) {
        (0..<lines).collect(line).join('\n')
    }

    private String between(String before, String after) {
        differences.between(new Markdown(before), new Markdown(after))
    }

    private static String apply(String before, String difference) {
        UnifiedDiffUtils.parseUnifiedDiff(difference.readLines()).applyTo(before.split('\n', -1) as List).join('\n')
    }
}

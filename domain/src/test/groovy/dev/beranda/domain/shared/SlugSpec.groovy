package dev.beranda.domain.shared

import spock.lang.Specification

class SlugSpec extends Specification {

    static final OTHERWISE = new Slug('post-1a2b')
    static final ID = '0193b3c4-7d5e-7abc-8def-0123456789ab'

    def "#raw is a slug"() {
        expect:
        Slug.parse(raw) == Parsed.of(new Slug(slug))

        where:
        raw              || slug
        'hello-world'    || 'hello-world'
        ' Hello-World '  || 'hello-world'
        '2026'           || '2026'
        'a' * 80         || 'a' * 80
        ID + '-1'        || ID + '-1'
    }

    def "#raw is none: #code"() {
        expect:
        (Slug.parse(raw) as Parsed.Invalid).flaws()*.code() == [code]

        where:
        raw                  || code
        ''                   || 'slug_invalid'
        '-'                  || 'slug_invalid'
        'a--b'               || 'slug_invalid'
        '-a'                 || 'slug_invalid'
        'a-'                 || 'slug_invalid'
        'a b'                || 'slug_invalid'
        'a/b'                || 'slug_invalid'
        'a.b'                || 'slug_invalid'
        'привет'             || 'slug_invalid'
        'a' * 81             || 'slug_invalid'
        'a' * 9_000_000      || 'slug_invalid'
        ID                   || 'slug_invalid'
        ID.toUpperCase()     || 'slug_invalid'
        ID.replace('-', '')  || 'slug_invalid'
        'new'                || 'slug_reserved'
        'Drafts'             || 'slug_reserved'
    }

    def "a title becomes #slug"() {
        expect:
        Slug.of(title, OTHERWISE) == new Slug(slug)

        where:
        title                         || slug
        'Hello, World!'               || 'hello-world'
        ' -- It\'s  50% off -- '      || 'its-50-off'
        'C++ & C#'                    || 'c-c'
        '!!!'                         || 'post-1a2b'
        ''                            || 'post-1a2b'
        'New'                         || 'new-1'
        ID                            || ID + '-1'
        'word ' * 30                  || (['word'] * 16).join('-')
        'a ' + 'x' * 100              || 'a-' + 'x' * 78
        'x' * 80                      || 'x' * 80
        'x' * 9_000_000               || 'x' * 80
    }

    def "whatever it is called, it has a slug that can be read again"() {
        given:
        def chance = new Random(42)
        def alphabet = 'abc019 -_.!\'\u0000é日🌏'

        expect:
        500.times {
            def title = (0..<chance.nextInt(200)).collect { alphabet[chance.nextInt(alphabet.size())] }.join()
            def slug = Slug.of(title, OTHERWISE)
            assert Slug.parse(slug.value()) == Parsed.of(slug)
        }
    }

    def "the next one near it fits too: #slug"() {
        expect:
        new Slug(slug).numbered(number) == new Slug(next)

        where:
        slug                    | number || next
        'hello'                 | 2      || 'hello-2'
        'x' * 80                | 12     || 'x' * 77 + '-12'
        'x' * 70 + '-' + 'y' * 9 | 2      || 'x' * 70 + '-2'
    }
}

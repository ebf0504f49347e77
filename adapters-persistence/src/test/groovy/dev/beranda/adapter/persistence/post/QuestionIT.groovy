package dev.beranda.adapter.persistence.post

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.postgres.TestDatabase
import org.jooq.DSLContext
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What the database makes of words that are looked for, and of texts in which they are. */
class QuestionIT extends Specification {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    def cleanup() {
        Databases.empty(database)
    }

    def "what is not wanted is left out by its stem in either language: #text, #words"() {
        expect:
        answers(text, words) == is

        where:
        text                     | words                  || is
        'Children were running.' | 'children -running'    || false
        'Children were running.' | 'children -runs'       || false
        'Children were running.' | 'children -runs -snow' || false
        'Children were running.' | 'children -walks'      || true
        'Kami berjalan pulang.'  | 'pulang -perjalanan'   || false
        'Kami berjalan pulang.'  | 'pulang -dijalankan'   || false
        'Kami berjalan pulang.'  | 'pulang -membaca'      || true
        'The deep waters'        | 'deep -"deep water"'   || false
        'The deep blue waters'   | 'deep -"deep water"'   || true
        'rain dance'             | 'snow or rain -dances' || false
        'snow dance'             | 'snow or rain -dances' || true
        'rain'                   | 'snow or rain -dances' || true
        'rain dance'             | '-dances'              || false
        'rain'                   | '-dances'              || true
        'well-known facts'       | 'facts -well-known'    || false
    }

    def "all other words are wanted, each in either language: #text, #words"() {
        expect:
        answers(text, words) == is

        where:
        text                      | words                || is
        'walking, then berjalan'  | 'walks perjalanan'   || true
        'walking, then berjalan'  | 'walks membaca'      || false
        'rain dance'              | 'the rain'           || true
        'rain dance'              | 'rain the'           || true
        'rain dance'              | 'the'                || false
        'the rain'                | 'the'                || true
        'theory'                  | 'the'                || true
        'the cat of'              | 'of the'             || true
        'the cat'                 | 'of the'             || false
        'rain'                    | 'or rain'            || true
        'rain'                    | 'rain or'            || true
        'rain'                    | 'snow or or rain'    || true
        'rainbow dance'           | 'dances rainb'       || true
        'rainbow dance'           | 'rainb dances'       || false
        'Jakarta Bandung'         | 'Jakarta - Bandung'  || true
        'rain snow'               | 'rain&!(snow)'       || true
    }

    def "nothing that somebody types is more than words: #words"() {
        expect:
        !answers('x', words)

        where:
        words << ['', ' ', '"', '""', '-', '- - "" -"" "-" --', "'", '\\', ':*', '!', '&|', '((((', 'or', 'or or or', '<->', "'; drop table post --"]
    }

    def "the place is marked in either language: #words"() {
        expect:
        placed(text, words) == shown

        where:
        text                                              | words                || shown
        'Kami berjalan-jalan dan makan sate.'             | 'perjalanan'         || 'Kami [berjalan]-[jalan] dan makan sate'
        'Kami dijalankan, then running to town.'          | 'perjalanan runs'    || 'Kami [dijalankan], then [running] to town'
        'Anak-anak menyapu halaman.'                      | 'the sapu'           || 'Anak-anak [menyapu] halaman'
        'Ayat-ayat yang ayu.'                             | 'sapu'               || 'Ayat-ayat yang ayu.'
        'Cafés of the town and cities.'                   | 'city cafe'          || '[Cafés] of the town and [cities]'
        'A text about nothing.'                           | '"'                  || 'A text about nothing.'
    }

    def "the place is shown where the word is, in whatever form"() {
        given:
        def text = 'Nothing yet. ' * 100 + 'Lalu kami berjalan ke pasar.' + ' Nothing more.' * 100

        expect:
        placed(text, 'perjalanan').contains('[berjalan]')
        placed(text, 'the berjalan').contains('[berjalan]')
    }

    def "a text is found, however many words it has, by those it begins with: #what"() {
        given:
        Databases.byHand(database, """
            insert into post (id, slug, title, excerpt, own_excerpt, reading_minutes, stage, open_from, announced, created_at, updated_at, version)
            values ('00000000-0000-7000-8000-000000000001', 'x', 'Title', '', false, 1, 'open', now(), true, now(), now(), 0)""")

        when:
        node.get(DSLContext).execute("insert into post_search (post_id, prose) values ('00000000-0000-7000-8000-000000000001', ?)", prose)

        then:
        ['title', 'beginning', *also].every { word ->
            node.get(DSLContext).fetchValue("select document @@ question_of('$word')::tsquery from post_search" as String) == true
        }
        node.get(DSLContext).fetchValue('select length(prose) from post_search') == prose.codePointCount(0, prose.length())

        where:
        what                                     | prose                                                                  | also
        'more of them than are kept'             | text { "${letter(it)}${letter(it * 7)}-${letter(it * 13)} " }          | []
        'a chain without a blank'                | text { Integer.toString(1000 + it * 31 % 45000, 36) + '-' }            | []
        'one word'                               | text { 'x' }                                                           | []
        'a long text as people write them'       | text { "word${it % 3000}s and some more of them, " } + ' ending'       | ['ending', 'word2999']
    }

    /** A letter of four bytes. */
    private static String letter(int number) {
        Character.toString(0x20000 + number % 40_000)
    }

    /** As long as one may be. */
    private static String text(Closure<String> word) {
        def text = new StringBuilder('Beginning ')
        for (int number = 0; text.codePointCount(0, text.length()) < 199_990; number++) {
            text << word(number)
        }
        text.substring(0, text.offsetByCodePoints(0, 199_990))
    }

    private boolean answers(String text, String words) {
        node.get(DSLContext).fetchValue('select words_of(?) @@ question_of(?)::tsquery', text, words)
    }

    private String placed(String text, String words) {
        (node.get(DSLContext).fetchValue('select place_found(?, q, stems_of(q), forms_of(q)) from (select question_of(?)) t (q)', text, words) as String)
                .replace('\u0002', '[').replace('\u0003', ']')
    }
}

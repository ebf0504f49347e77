package dev.beranda.adapter.exchange

import dev.beranda.application.exchange.Format
import dev.beranda.application.exchange.Parcel
import dev.beranda.application.exchange.Parcel.Article
import dev.beranda.application.exchange.Parcel.Byline
import dev.beranda.application.exchange.Parcel.Piece
import dev.beranda.application.exchange.Parcel.Status
import dev.beranda.application.exchange.Unpacker.Unpacking
import java.time.Instant
import java.util.function.Consumer
import spock.lang.Specification

class MarkdownFolderSpec extends Specification {

    def "a post of Jekyll"() {
        given:
        def article = only('_posts/2020-05-04-rain-again.md': '''\
            ---
            layout: post
            title: Rain, again
            tags: rain city
            categories: [Weather, Home]
            author: ayu
            excerpt: It rains.
            last_modified_at: 2021-01-01
            redirect_from: [/2020/rain/, /old/wet.html]
            ---

            Words.
            '''.stripIndent())

        expect:
        article.with { [title(), slug(), status(), byline(), tags(), category(), excerpt(), formerSlugs()] } == [
                'Rain, again', 'rain-again', Status.PUBLISHED, new Byline.Named(['ayu']), ['rain', 'city', 'Home'], 'Weather', 'It rains.',
                ['rain', 'wet']]
        article.publishedAt() == Instant.parse('2020-05-04T00:00:00Z')
        article.updatedAt() == Instant.parse('2021-01-01T00:00:00Z')
        words(article) == 'Words.\n'
        article.label().with { [name(), place(), line()] } == ['_posts/2020-05-04-rain-again.md', '_posts/2020-05-04-rain-again.md', 1]
    }

    def "whether it is out: #matter"() {
        expect:
        only((path): "---\ntitle: x\n$matter---\nx".toString()).status() == status

        where:
        path              | matter                || status
        'a.md'            | ''                    || Status.PUBLISHED
        'a.md'            | 'draft: true\n'       || Status.DRAFT
        'a.md'            | 'draft: no\n'         || Status.PUBLISHED
        'a.md'            | 'published: false\n'  || Status.DRAFT
        'a.md'            | 'published: 2020-01-01\n' || Status.PUBLISHED
        'a.md'            | 'status: draft\n'     || Status.DRAFT
        'a.md'            | 'status: publish\n'   || Status.PUBLISHED
        'a.md'            | 'status: private\n'   || Status.DRAFT
        'a.md'            | 'status: withdrawn\n' || Status.WITHDRAWN
        '_drafts/a.md'    | ''                    || Status.DRAFT
        'b/_drafts/a.md'  | ''                    || Status.DRAFT
    }

    def "where it says no title or address, its text and its file do: #path"() {
        expect:
        only((path): "---\ndate: 2020-01-01\n---\n$body".toString()).with { [it.title(), it.slug()] } == [called, at]

        where:
        path                      | body               || called      | at
        'my-first_post.md'        | 'x'                || 'My first post' | 'my-first_post'
        'rain/index.md'           | 'x'                || 'Rain'      | 'rain'
        'a.markdown'              | '# The Title #\nx' || 'The Title' | 'a'
    }

    def "pictures come along, and where they are named it is known which"() {
        given:
        def parcels = parcels([
                'site/posts/a.md': '''\
                    ---
                    title: A
                    image: /images/cover.png
                    ---
                    ![one](../images/one.png "One") and [two](/images/tw%20o.jpg#x) and <img src="inline.gif">
                    ![gone](../images/gone.png) ![out](../../../etc/one.png) ![far](https://example.com/images/one.png)

                    ```
                    ![code](../images/one.png)
                    ```

                    [ref]: ../images/one.png
                    '''.stripIndent(),
                'site/images/one.png': 'one', 'site/static/images/tw o.jpg': 'two', 'site/images/cover.png': 'c', 'site/posts/inline.gif': 'i',
                'site/.git/x.png': 'no', '__MACOSX/y.png': 'no'])
        def article = parcels.find { it instanceof Article } as Article

        expect:
        parcels.findAll { it instanceof Parcel.PictureFile }*.label()*.name() ==
                ['site/images/one.png', 'site/static/images/tw o.jpg', 'site/images/cover.png', 'site/posts/inline.gif']
        article.cover() == 'site/images/cover.png'
        article.body().findAll { it instanceof Piece.Shown } == [
                new Piece.Shown('site/images/one.png', '../images/one.png'),
                new Piece.Shown('site/static/images/tw o.jpg', '/images/tw%20o.jpg#x'),
                new Piece.Shown('site/posts/inline.gif', 'inline.gif'),
                new Piece.Shown('site/images/one.png', '../images/one.png')]
        words(article).contains('](https://example.com/images/one.png)')
        words(article).contains('![code](../images/one.png)')
        new String(parcels.find { it.label().name().endsWith('one.png') }.content().get()) == 'one'
    }

    def "what is no post is left out, what is broken is said to be, and neither stops the rest"() {
        given:
        def parcels = parcels([
                'README.md': 'Read me.', 'broken.md': '---\na: [\n---\n', 'toml.md': '+++\n+++\n', 'latin.md': [0x2d, 0x2d, 0x2d, 0x0a, 0xe9] as byte[],
                'huge.md': "---\ntitle: x\n---\n${(1..200_000).collect { "word$it" }.join(' ')}".toString(), 'good.md': '---\ntitle: x\n---\n', 'notes.txt': 'x',
                '../evil.md': 'x'])

        expect:
        parcels.collectEntries { [it.label().name(), it instanceof Article ? 'read' : it instanceof Parcel.Leftover ? it.why().code() : it.flaw().code()] } == [
                '../evil.md': 'import_entry_outside', 'README.md': 'front_matter_missing', 'broken.md': 'front_matter_invalid',
                'toml.md': 'front_matter_toml', 'latin.md': 'import_entry_broken', 'huge.md': 'import_entry_too_large', 'good.md': 'read']
    }

    def "what cannot be understood is noticed"() {
        given:
        def article = only('a.md': '---\ntitle: x\ndate: soon\nimage: https://example.com/x.png\n---\nx')

        expect:
        article.remarks().collectEntries { [it.field(), it.flaw().code()] } == [date: 'time_invalid', cover: 'media_elsewhere']
        article.publishedAt() == null
    }

    private static Article only(Map<String, ?> files) {
        parcels(files).with {
            assert it.size() == 1
            it.first() as Article
        }
    }

    private static List<Parcel> parcels(Map<String, ?> files) {
        def bounds = new Bounds(1000, 100_000_000, 1_000_000, 1_000_000, 200)
        def goods = (new ContentUnpacker(bounds).open(Zips.cargo(files)) as Unpacking.Opened).goods()
        assert goods.format() == Format.MARKDOWN
        def parcels = []
        goods.each({ parcels << it } as Consumer)
        parcels
    }

    private static String words(Article article) {
        article.body().collect { it instanceof Piece.Words ? it.text() : it.written() }.join('')
    }
}

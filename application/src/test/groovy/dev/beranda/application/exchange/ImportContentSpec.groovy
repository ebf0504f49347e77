package dev.beranda.application.exchange

import dev.beranda.application.exchange.ImportedItem.Fate
import dev.beranda.application.exchange.Parcel.Byline
import dev.beranda.application.exchange.Parcel.CategoryCard
import dev.beranda.application.exchange.Parcel.CommentCard
import dev.beranda.application.exchange.Parcel.Label
import dev.beranda.application.exchange.Parcel.Leftover
import dev.beranda.application.exchange.Parcel.PictureFile
import dev.beranda.application.exchange.Parcel.Status
import dev.beranda.application.exchange.Parcel.TagCard
import dev.beranda.application.exchange.Parcel.Wreck
import dev.beranda.domain.audit.AuditAction
import dev.beranda.domain.category.Spot
import dev.beranda.domain.exchange.Kind
import dev.beranda.domain.exchange.Provenance
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.media.Format
import dev.beranda.domain.media.MediaId
import dev.beranda.domain.media.PrintRoom
import dev.beranda.domain.media.Sheet
import dev.beranda.domain.post.Author
import dev.beranda.domain.post.News
import dev.beranda.domain.post.PostEvent
import dev.beranda.domain.post.PostId
import dev.beranda.domain.post.Shelf
import dev.beranda.domain.post.Stage
import dev.beranda.domain.shared.Flaw
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.Slug
import dev.beranda.domain.user.Actor
import java.time.Duration
import java.time.Instant
import java.util.function.Supplier

class ImportContentSpec extends ExchangeSpecification {

    static final THEN = Instant.parse('2019-05-04T03:02:01Z')

    def "what was written elsewhere is a post here, with its dates, and nobody is told that it is new"() {
        when:
        def item = items(article('a.md', published: THEN, updated: THEN.plusSeconds(60), tags: ['Cuaca', 'cuaca'], category: 'Food', former: ['/2019/wet']))[0]

        then:
        item.fate() == Fate.CREATED
        item.slug() == 'rain'
        post('rain').with { [stage(), createdAt(), updatedAt(), author()] } ==
                [new Stage.Open(THEN, new News.Told()), THEN, THEN.plusSeconds(60), new Author.Known(boss.id())]
        post('rain').filing().tags() == tags.all*.id()
        post('rain').filing().shelf() == new Shelf.Under(categories.all.first().id())
        post('2019-wet') == post('rain')
        revisions.all*.post() == [post('rain').id()]
        events.all*.class == [PostEvent.Brought]
    }

    def "how far it had come: #status"() {
        when:
        items(article('a.md', status: status, published: published, trashed: trashed))

        then:
        post('rain').stage() == stage(clock.instant())

        where:
        status           | published                     | trashed || stage
        Status.DRAFT     | null                          | null    || { new Stage.Draft() }
        Status.DRAFT     | THEN                          | null    || { new Stage.Draft() }
        Status.PUBLISHED | THEN                          | null    || { new Stage.Open(THEN, new News.Told()) }
        Status.PUBLISHED | null                          | null    || { it -> new Stage.Open(it, new News.Told()) }
        Status.PUBLISHED | Instant.parse('2999-01-01T00:00:00Z') | null || { new Stage.Open(Instant.parse('2999-01-01T00:00:00Z'), new News.First()) }
        Status.WITHDRAWN | THEN                          | null    || { new Stage.Withdrawn(THEN) }
        Status.PUBLISHED | THEN                          | THEN    || { new Stage.Trashed(new Stage.Open(THEN, new News.Told()), THEN) }
        Status.PUBLISHED | THEN.plusSeconds(9)           | THEN    || { new Stage.Trashed(new Stage.Open(THEN.plusSeconds(9), new News.First()), THEN) }
    }

    def "nothing was written in the future, and nothing changed before it was written"() {
        when:
        items(article('a.md', published: Instant.parse('2999-01-01T00:00:00Z'), updated: THEN))

        then:
        post('rain').createdAt() == clock.instant()
        post('rain').updatedAt() == clock.instant()
    }

    def "nothing became different in the future, neither when it comes nor when it comes again"() {
        given:
        def future = Instant.parse('2999-01-01T00:00:00Z')

        when:
        items(article('a.md', published: THEN, updated: future))

        then:
        post('rain').updatedAt() == clock.instant()

        when:
        clock.goOn(Duration.ofDays(3))
        items(article('a.md', published: THEN, updated: future, body: 'It pours.'))

        then:
        post('rain').updatedAt() == clock.instant()

        and: "so that it stays what it is while nothing changes there"
        items(article('a.md', published: THEN, updated: future, body: 'It pours.'))*.fate() == [Fate.UNCHANGED]
    }

    def "the same again changes nothing, another changes what it was"() {
        given:
        items(article('a.md'))
        def before = post('rain')

        expect:
        items(article('a.md'))*.fate() == [Fate.UNCHANGED]
        post('rain') == before

        when:
        def changed = items(article('a.md', body: 'It pours.', slug: 'pours'))

        then:
        changed*.fate() == [Fate.UPDATED]
        post('pours').story().body().value() == 'It pours.'
        post('rain') == post('pours')
        revisions.all.size() == 2
        events.all*.class == [PostEvent.Brought] * 2

        and:
        items(article('a.md', body: 'It pours.', slug: 'pours'))*.fate() == [Fate.UNCHANGED]
        items(article('b.md'))*.fate() == [Fate.CREATED]
        items([site: 'another'], article('a.md'))*.fate() == [Fate.CREATED]
        posts.all.size() == 3
    }

    def "what does not say since when it can be read can be since it first came"() {
        given:
        items(article('a.md'))
        def before = post('rain')

        when:
        clock.goOn(Duration.ofDays(3))
        items(article('a.md', body: 'It pours.'))

        then:
        post('rain').stage() == before.stage()
        post('rain').createdAt() == before.createdAt()
    }

    def "what was edited here stays, unless it is said that it should not"() {
        given:
        items(article('a.md'))
        posts.save(post('rain'))

        when:
        def left = items(article('a.md', body: 'It pours.'))

        then:
        left*.fate() == [Fate.SKIPPED]
        codes(left[0].reasons()) == [item: ['edited_here']]
        post('rain').story().body().value() == 'It rains.'

        when:
        def overwritten = items([overwrite: true], article('a.md', body: 'It pours.'))

        then:
        overwritten*.fate() == [Fate.UPDATED]
        post('rain').story().body().value() == 'It pours.'
        items(article('a.md', body: 'It pours.'))*.fate() == [Fate.UNCHANGED]
    }

    def "a rehearsal tells everything and leaves nothing"() {
        given:
        def parcels = [new TagCard(new Label(Kind.TAG, '1', '', 0), 'Cuaca', 'weather', [], [], null), article('a.md', tags: ['Cuaca']), article('b.md'),
                       article('c.md', title: '')]

        when:
        def rehearsed = items(*parcels, dryRun: true)

        then:
        [posts, tags, revisions, provenances, events]*.all.every { it == [] }
        log == []

        when:
        def done = items(*parcels)

        then:
        done*.fate() == rehearsed*.fate()
        done*.slug() == rehearsed*.slug()
        done*.fate() == [Fate.CREATED] * 3 + [Fate.REFUSED]
        done*.slug() == ['weather', 'rain', 'rain-2', '']
    }

    def "one that will not do stops no other: #code"() {
        when:
        def done = items(article('a.md'), wrong, article('b.md'))

        then:
        done*.fate() == [Fate.CREATED, fate, Fate.CREATED]
        codes(done[1].reasons()) == [(field): [code]]

        where:
        wrong                                                                       || fate         | field   | code
        article('x.md', title: '')                                                  || Fate.REFUSED | 'title' | 'title_invalid'
        article('x.md', body: 'x' * 200_001)                                        || Fate.REFUSED | 'body'  | 'text_too_long'
        article('x.md', body: 'a\u0000b')                                           || Fate.REFUSED | 'body'  | 'text_unreadable'
        article('x.md', body: '>' * 200)                                            || Fate.REFUSED | 'body'  | 'markup_too_complex'
        new Wreck(new Label(Kind.POST, 'x.md', 'x.md', 1), new Flaw('front_matter_invalid', 3)) || Fate.REFUSED | 'item' | 'front_matter_invalid'
        new Leftover(new Label(Kind.POST, 'x.md', 'x.md', 1), new Flaw('front_matter_missing')) || Fate.SKIPPED | 'item' | 'front_matter_missing'
        new CategoryCard(new Label(Kind.CATEGORY, '1', '', 0), null, '', 'x', [], '', null) || Fate.REFUSED | 'name' | 'category_name_invalid'
        new TagCard(new Label(Kind.TAG, '1', '', 0), '', 'x', [], [], null)   || Fate.REFUSED | 'name'  | 'tag_name_invalid'
        article('x\u0000.md')                                                       || Fate.REFUSED | 'item'  | 'import_entry_broken'
        article('x' * 501)                                                          || Fate.REFUSED | 'item'  | 'import_entry_broken'
        new TagCard(new Label(Kind.TAG, '', '', 0), 'X', 'x', [], [], null)         || Fate.REFUSED | 'item'  | 'import_entry_broken'
    }

    def "what cannot be the name of anything names no picture"() {
        when:
        def done = items(article('a.md', cover: name, pieces: [new Parcel.Piece.Shown(name, 'a.png')]))

        then:
        done*.fate() == [Fate.CREATED]
        codes(done[0].warnings()) == [body: ['media_unknown'], cover: ['media_unknown']]

        where:
        name << ['a\u0000.png', 'a' * 501]
    }

    def "what cannot be as it is there is otherwise, and that is said: #wishes"() {
        when:
        def item = items(article(wishes, 'a.md'))[0]

        then:
        item.fate() == Fate.CREATED
        codes(item.warnings()) == warnings

        where:
        wishes                                              || warnings
        [byline: new Byline.Named(['nobody', 'no@one.test'])] || [author: ['author_unknown']]
        [slug: 'Été à Kyōto!']                              || [slug: ['slug_changed']]
        [tags: ['ok', 'x' * 51]]                            || [tags: ['tag_name_invalid']]
        [tags: (1..21).collect { "t$it" as String }]        || [tags: ['list_too_long']]
        [excerpt: 'x' * 501]                                || [excerpt: ['excerpt_invalid']]
        [cover: 'gone.png']                                 || [cover: ['media_unknown']]
        [category: 'x' * 81]                                || [category: ['category_name_invalid']]
        [former: ['🌧']]                                    || [former_slugs: ['slug_taken']]
    }

    def "authors are known by their names and addresses"() {
        given:
        def ayu = People.somebody()
        users.add(ayu)

        when:
        items(article('a.md', byline: new Byline.Named(names(ayu))))

        then:
        post('rain').author() == author(ayu)

        where:
        names                              || author
        ({ [it.username().value()] })      || { new Author.Known(it.id()) }
        ({ ['x', it.email().value()] })    || { new Author.Known(it.id()) }
    }

    def "who was forgotten stays nobody"() {
        when:
        items(article('a.md', byline: new Byline.Nobody()))

        then:
        post('rain').author() == new Author.Forgotten()
    }

    def "what comes from a house like this one keeps its id, and is known by it"() {
        given:
        def id = UUID.randomUUID()
        def original = article('x', id: id, created: THEN, published: THEN, updated: THEN, slug: 'rain')

        expect:
        items(original)*.id() == [id]
        post('rain').id().value() == id
    }

    def "into the house it came from nothing is brought twice"() {
        given:
        def post = Writings.draft(boss.id(), slug: 'rain', title: 'Rain', body: 'It rains.')
        posts.claim(post.slug(), post.id())
        posts.add(post, Writings.typeset(post))
        def same = [id: post.id().value(), created: post.createdAt(), updated: post.updatedAt(), slug: 'rain', status: Status.DRAFT]

        expect:
        items(article(same, 'x'))*.fate() == [Fate.UNCHANGED]
        items([site: 'again'], article(same + [body: 'It pours.'], 'x'))*.fate() == [Fate.SKIPPED]
        posts.all == [post]
    }

    def "what was removed here stays so"() {
        given:
        items(article('a.md'))
        def known = provenances.all.first()
        provenances.save(new Provenance(known.key(), UUID.randomUUID(), known.digest(), 0))

        expect:
        items(article('a.md')).with { [it[0].fate(), codes(it[0].reasons())] } == [Fate.SKIPPED, [item: ['removed_here']]]
        items(article('a.md', body: 'x')).with { [it[0].fate(), codes(it[0].reasons())] } == [Fate.SKIPPED, [item: ['removed_here']]]
        items([overwrite: true], article('a.md'))*.fate() == [Fate.CREATED]
    }

    def "shelves stand within each other as they did, with the addresses they had"() {
        given:
        def food = new CategoryCard(new Label(Kind.CATEGORY, '1', '', 0), null, 'Food', 'food', ['eten', 'makan'], '', THEN)
        def sweets = new CategoryCard(new Label(Kind.CATEGORY, '2', '', 0), null, 'Sweets', 'sweets', [], 'food', null)

        when:
        def done = items(food, sweets)

        then:
        done*.fate() == [Fate.CREATED] * 2
        categories.called(new Slug('eten')).get().value() == done[0].id()
        categories.called(new Slug('makan')).get().value() == done[0].id()
        def all = categories.all.collectEntries { [it.slug().value(), it] }
        all.sweets.spot() == new Spot.Within(all.food.id())
        all.food.createdAt() == THEN

        and:
        items(food, sweets)*.fate() == [Fate.UNCHANGED] * 2

        when:
        def renamed = new CategoryCard(new Label(Kind.CATEGORY, '2', '', 0), null, 'Desserts', 'sweets', [], '', null)

        then:
        items(renamed)*.fate() == [Fate.UPDATED]
        categories.all.find { it.slug().value() == 'sweets' }.with { [name().value(), spot()] } == ['Desserts', new Spot.Top()]
    }

    def "tags answer to the names and addresses they had"() {
        given:
        def card = new TagCard(new Label(Kind.TAG, '1', '', 0), 'C++', 'c-plus-plus', ['cpp', 'cplusplus'], ['c plus plus'], THEN)

        when:
        def done = items(card)

        then:
        done*.fate() == [Fate.CREATED]
        tags.all.size() == 1
        tags.all.first().with { [id().value(), slug().value(), createdAt()] } == [done[0].id(), 'c-plus-plus', THEN]
        ['cpp', 'cplusplus'].every { tags.find(new Slug(it)).get().id() == tags.all.first().id() }

        and:
        items(card)*.fate() == [Fate.UNCHANGED]
        items(article('a.md', tags: ['C PLUS PLUS']))*.fate() == [Fate.CREATED]
        tags.all.size() == 1
    }

    def "a rehearsal tells what would come of things that need each other, and of what is here already"() {
        given:
        printRoom = { byte[] sent -> new PrintRoom.Development.Developed(Format.PNG, 40, 30, [new Sheet(40, 30, Format.PNG, [1, 2] as byte[])]) } as PrintRoom
        items([site: 'before'], shelf('9', 'Drinks', 'drinks'), label('9', 'Old name', 'taken'), article('old.md', title: 'Taken', tags: ['Known']))
        def shelves = (1..5).collect { shelf("$it", "Shelf $it", "shelf-$it", it == 1 ? '' : "shelf-${it - 1}") }
        def parcels = [
                *shelves, shelf('6', 'Too deep', 'deep', 'shelf-5'), shelf('7', 'Minuman', 'drinks'), shelf('8', 'Former', 'present', '', ['shelf-1', 'gone']),
                label('1', 'C++', 'c-plus-plus', ['cpp', 'taken'], ['c plus plus']), label('2', 'c plus plus', 'x'), label('3', 'Other', 'taken'), label('4', 'known', 'y'), label('5', 'Another', 'cpp'),
                new PictureFile(new Label(Kind.MEDIUM, 'a.png', 'a.png', 0), { 'bytes'.bytes } as Supplier<byte[]>),
                article('a.md', slug: 'taken', category: 'shelf-2', cover: 'a.png', tags: ['C Plus Plus', 'NEW', 'known'], former: ['old', 'taken']),
                article('b.md', slug: 'taken', category: 'Unheard of', cover: 'b.png', tags: ['new', 'other']), article('c.md', slug: 'old', category: 'unheard-of'),
                article('d.md', title: ''), article('a.md', body: 'It pours.', slug: 'taken', cover: 'a.png'), article('c.md', slug: 'old', category: 'unheard-of'),
                remark('1', 'a.md'), remark('2', 'a.md', '1'), remark('3', 'b.md', '2'), remark('4', 'd.md'), remark('2', 'a.md', '1'),
                remark('5', 'a.md', '', Parcel.Standing.DELETED), remark('6', 'a.md', '5', Parcel.Standing.HELD)]
        def stores = [posts, tags, categories, comments, media, provenances, revisions, events]
        def before = stores*.all*.collect()

        when:
        def rehearsed = items([dryRun: true], *parcels)

        then:
        stores*.all*.collect() == before
        this.shelves.held(MediaId.FIRST, 10) == []

        when:
        def done = items(*parcels)

        then:
        [rehearsed, done].transpose().each { would, did ->
            assert [would.label(), would.fate(), would.slug(), codes(would.reasons()), codes(would.warnings())] ==
                    [did.label(), did.fate(), did.slug(), codes(did.reasons()), codes(did.warnings())]
        }
        done*.fate().toSet() == [Fate.CREATED, Fate.UPDATED, Fate.UNCHANGED, Fate.REFUSED].toSet()

        and: "a second time, too"
        items([dryRun: true], *parcels)*.fate() == items(*parcels)*.fate()
    }

    def "nobody waits for a rehearsal"() {
        given:
        def others = []
        printRoom = { byte[] sent ->
            def other = Thread.startVirtualThread {
                others << transactions.write { posts.claim(new Slug('rain'), new PostId(uuids.next())) && categories.hold() }
            }
            other.join(Duration.ofSeconds(10))
            new PrintRoom.Development.NoPicture()
        } as PrintRoom

        when:
        items([dryRun: true], shelf('1', 'Food', 'food'), article('a.md'), new PictureFile(new Label(Kind.MEDIUM, 'a.png', 'a.png', 0), { 'bytes'.bytes } as Supplier<byte[]>))

        then:
        others == [true]
    }

    private static CategoryCard shelf(String name, String title, String slug, String parent = '', List<String> former = []) {
        new CategoryCard(new Label(Kind.CATEGORY, name, '', 0), null, title, slug, former, parent, null)
    }

    private static TagCard label(String name, String title, String slug, List<String> former = [], List<String> others = []) {
        new TagCard(new Label(Kind.TAG, name, '', 0), title, slug, former, others, null)
    }

    private static CommentCard remark(String name, String post, String answers = '', Parcel.Standing standing = Parcel.Standing.PUBLISHED) {
        new CommentCard(new Label(Kind.COMMENT, name, '', 1), null, post, answers, new Byline.Nobody(), 'Budi', standing == Parcel.Standing.DELETED ? '' : 'Well said.', standing,
                '', true, null, null)
    }

    def "who does not look after the house brings nothing"() {
        expect:
        bring([by: new Actor(boss.id(), role)], article('a.md')) == new ImportContent.Outcome.NotAllowed()
        posts.all == []

        where:
        role << [Role.READER, Role.AUTHOR, Role.EDITOR]
    }

    def "what cannot be read is one clear word"() {
        expect:
        bring() == new ImportContent.Outcome.Unreadable(new Flaw('import_malformed'))
        log == []
    }

    def "that it was done is written down, before and after"() {
        when:
        items([site: 'old'], article('a.md'), article('b.md', title: ''))

        then:
        log*.action() == [AuditAction.CONTENT_IMPORT_BEGUN, AuditAction.CONTENT_IMPORTED]
        log*.subject() == ['markdown:old'] * 2
        log[1].after() == [format: 'markdown', overwrite: false, created: 1L, updated: 0L, unchanged: 0L, skipped: 0L, refused: 1L]
    }
}

package dev.beranda.application.post

import dev.beranda.domain.post.Cover
import dev.beranda.domain.post.Excerpt
import dev.beranda.domain.post.Filed
import dev.beranda.domain.post.PostEvent
import dev.beranda.domain.post.Shelf
import dev.beranda.domain.post.Title
import dev.beranda.domain.post.Writer
import dev.beranda.domain.shared.BasedOn
import dev.beranda.domain.shared.FakeTypesetter
import dev.beranda.domain.shared.Markdown
import dev.beranda.domain.shared.Slug
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.shared.Typesetting
import dev.beranda.domain.tag.TagName
import java.util.function.Supplier

class EditPostSpec extends WritingSpecification {

    def editPost = new EditPost(
            posts, revisions, categories, media, mint, reader, new FakeTypesetter(), events, transactions, clock)
    def key = keyOf(write(title: 'Hujan', body: 'Turun.', excerpt: 'Basah.', tags: [new TagName('Cuaca')], category: 'food').post())

    def "what is mentioned changes, all else stays, and what it said is kept"() {
        when:
        def edited = edit(body: new Markdown('Reda.'))

        then:
        edited instanceof EditPost.Outcome.Edited
        with(present()) {
            story().body().value() == 'Reda.'
            story().title().value() == 'Hujan'
            filing().shelf() == new Shelf.Under(FOOD)
            filing().tags() == tags.all*.id()
            version() == 1
        }
        posts.textOf(present().id()).html().value() == '<p>Reda.</p>'
        revisions.all*.story()*.body()*.value() == ['Turun.', 'Reda.']
        events.all.last() instanceof PostEvent.Edited
    }

    def "another title does not ask whether the text would be let through today, and sets it where nobody waits for it"() {
        given:
        def isInside = false
        def stricter = new FakeTypesetter() {
            @Override
            Typesetting article(Markdown text) {
                assert !isInside
                new Typesetting.TooTangled()
            }
        }
        def watched = [write: { Supplier work ->
            transactions.write {
                isInside = true
                work.get()
            }
        }] as Transactions
        def edit = new EditPost(posts, revisions, categories, media, mint, reader, stricter, events, watched, clock)

        when:
        def outcome = edit.edit(new EditPost.Command(ayu, key, new BasedOn.Any(), titled('Banjir')))

        then:
        outcome instanceof EditPost.Outcome.Edited
        present().story().title().value() == 'Banjir'
        posts.textOf(present().id()).html().value() == '<pre>Turun.</pre>'
    }

    def "a text that became another while the present one was set is not overwritten"() {
        given:
        def busy = new FakeTypesetter() {
            @Override
            Typesetting article(Markdown text) {
                EditPostSpec.this.edit(body: new Markdown('Reda.'))
                super.article(text)
            }
        }
        def edit = new EditPost(posts, revisions, categories, media, mint, reader, busy, events, transactions, clock)

        when:
        edit.edit(new EditPost.Command(ayu, key, new BasedOn.Any(), titled('Banjir')))

        then:
        thrown(StaleAggregate)
        present().story().with { [title().value(), body().value()] } == ['Hujan', 'Reda.']
        posts.textOf(present().id()).html().value() == '<p>Reda.</p>'
    }

    def "of two who file it otherwise at once, unaware of each other, what either did can be looked up"() {
        when:
        edit(tags: [new TagName('Air')])
        edit(tags: [new TagName('Angin')], category: new EditPost.Move.Away())

        then:
        revisions.all*.filed()*.filing()*.tags()*.size() == [1, 1, 1]
        revisions.all*.filed()*.filing()*.tags().unique().size() == 3
        revisions.all*.filed()*.filing()*.shelf() == [new Shelf.Under(FOOD), new Shelf.Under(FOOD), new Shelf.None()]
        revisions.all*.story().unique().size() == 1
    }

    def "where it is found is no revision, where it is filed is one"() {
        when:
        edit(slug: new Slug('rain'))

        then:
        present().slug().value() == 'rain'
        revisions.all.size() == 1

        when:
        edit(tags: [new TagName('Air')], category: new EditPost.Move.Away())

        then:
        with(present()) {
            slug().value() == 'rain'
            filing().shelf() == new Shelf.None()
            filing().tags().size() == 1
        }
        revisions.all.size() == 2
        revisions.all.last().filed() == new Filed.As(present().filing())
    }

    def "without an excerpt of the author's, the text begins for itself"() {
        expect:
        edit(excerpt: Excerpt.NONE).post().card().excerpt() == 'Turun.'
        revisions.all.size() == 2
    }

    def "to say the same again is no save"() {
        expect:
        edit(title: new Title('Hujan'), tags: [new TagName('cuaca')]).post().card().version() == 0
        revisions.all.size() == 1
        events.all*.class == [PostEvent.Written]
    }

    def "who may not, saw too little or comes too late changes nothing: #outcome"() {
        given:
        this."$before"()

        expect:
        edit([title: new Title('Mine')], this."$who" as Writer, seen) == outcome
        present().story().title().value() == 'Hujan'

        where:
        who        | before      | seen                            || outcome
        'stranger' | 'leaveIt'   | new BasedOn.Any()               || new EditPost.Outcome.NoSuchPost()
        'stranger' | 'publishIt' | new BasedOn.Any()               || new EditPost.Outcome.NotYours()
        'ayu'      | 'leaveIt'   | new BasedOn.OneOf([7L] as Set)  || new EditPost.Outcome.Stale()
        'ayu'      | 'trashIt'   | new BasedOn.Any()               || new EditPost.Outcome.InTrash()
    }

    def "an address of another post is not to be had"() {
        given:
        write(title: 'Panas')

        expect:
        edit(slug: new Slug('panas'), tags: [new TagName('new')]) == new EditPost.Outcome.SlugTaken()
        edit(category: new EditPost.Move.Under(new Slug('nowhere'))) == new EditPost.Outcome.NoSuchCategory()
        edit(body: new Markdown('>' * 200)) == new EditPost.Outcome.TooTangled()
        present().version() == 0
        tags.all*.name()*.value() == ['Cuaca']
    }

    def leaveIt() {}

    def publishIt() {
        posts.save(present().publish(ayu, clock.instant()).post())
    }

    def trashIt() {
        posts.save(present().trash(ayu, clock.instant()).post())
    }

    def present() {
        posts.find(key).get()
    }

    private static EditPost.Changes titled(String title) {
        new EditPost.Changes(new Title(title), null, null, null, null, new EditPost.Move.Stay(), null)
    }

    EditPost.Outcome edit(Map<String, ?> changes, Writer by = ayu, BasedOn seen = new BasedOn.Any()) {
        editPost.edit(new EditPost.Command(by, key, seen, new EditPost.Changes(
                changes.title as Title, changes.body as Markdown, changes.excerpt as Excerpt, changes.slug as Slug,
                changes.tags as List<TagName>, changes.category as EditPost.Move ?: new EditPost.Move.Stay(), changes.cover as Cover)))
    }
}

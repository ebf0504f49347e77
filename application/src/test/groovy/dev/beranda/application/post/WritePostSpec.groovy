package dev.beranda.application.post

import dev.beranda.domain.media.MediaId
import dev.beranda.domain.post.Cover
import dev.beranda.domain.post.News
import dev.beranda.domain.post.PostEvent
import dev.beranda.domain.post.Shelf
import dev.beranda.domain.post.Stage
import dev.beranda.domain.post.Writer
import dev.beranda.domain.fixture.People
import dev.beranda.domain.shared.Role
import dev.beranda.domain.tag.TagName

class WritePostSpec extends WritingSpecification {

    def "what is written is a draft, a first revision and an event, unless it is to be out"() {
        when:
        def post = posts.find(keyOf(write(title: 'Hujan', body: 'Turun.', tags: [new TagName('Cuaca')], category: 'food', out: out).post())).get()

        then:
        post.slug().value() == 'hujan'
        post.author().is(ayu.id())
        post.stage() == stage(clock)
        post.filing().tags() == tags.all*.id()
        post.filing().shelf() == new Shelf.Under(FOOD)
        revisions.find(post.id(), 1).get().story() == post.story()
        events.all*.class == news

        where:
        out   || stage                                       | news
        false || { new Stage.Draft() }                       | [PostEvent.Written]
        true  || { it -> new Stage.Open(it.instant(), new News.Told()) } | [PostEvent.Written, PostEvent.Published]
    }

    def "a second of the same title has an address of its own, a second of the same address is refused"() {
        given:
        write(title: 'Hujan')

        expect:
        write(title: 'Hujan').post().card().slug().value() == 'hujan-2'
        write(title: 'x', slug: 'hujan') == new WritePost.Outcome.SlugTaken()
        posts.all.size() == 2
    }

    def "who may not write leaves nothing behind"() {
        expect:
        write([:], new Writer(People.newId(), Role.READER)) == new WritePost.Outcome.MayNotWrite()
        posts.all == []
        events.all == []
    }

    def "what cannot be is refused before anything is written: #wishes"() {
        expect:
        write(wishes + [tags: [new TagName('new')]]) == outcome
        posts.all == []
        tags.all == []
        events.all == []

        where:
        wishes                                                                  || outcome
        [category: 'nowhere']                                                   || new WritePost.Outcome.NoSuchCategory()
        [cover: new Cover.Picture(new MediaId(UUID.randomUUID()))]               || new WritePost.Outcome.NoSuchCover()
        [body: '>' * 200]                                                       || new WritePost.Outcome.TooTangled()
    }
}

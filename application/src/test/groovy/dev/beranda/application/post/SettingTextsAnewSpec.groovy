package dev.beranda.application.post

import dev.beranda.domain.post.AgedTexts
import dev.beranda.domain.post.Post
import dev.beranda.domain.post.PostId
import dev.beranda.domain.post.PostKey
import dev.beranda.domain.shared.BasedOn
import dev.beranda.domain.shared.FakeTypesetter
import dev.beranda.domain.shared.Markdown
import dev.beranda.domain.shared.Prose
import dev.beranda.domain.shared.SafeHtml
import dev.beranda.domain.shared.Typesetting
import dev.beranda.domain.shared.Typesetting.Typeset

class SettingTextsAnewSpec extends WritingSpecification {

    static final OLD = new Typeset(new SafeHtml('<p>old</p>'), new Prose('old'), [])

    def typesetter = new FakeTypesetter()
    def setTextAnew = new SetTextAnew(posts, posts, typesetter, transactions)
    def post = aged(write(body: 'It rained.').post().card().id())

    def "what was set by older rules is found and set by those of today, and that is no save"() {
        expect:
        new FindAgedTexts(posts).find(new FindAgedTexts.Query(10)) == [post.id()]
        setTextAnew.set(new SetTextAnew.Command(post.id())) == new SetTextAnew.Outcome.Done()
        posts.textOf(post.id()).html().value() == '<p>It rained.</p>'
        posts.find(new PostKey.Id(post.id())).get() == post
        new FindAgedTexts(posts).find(new FindAgedTexts.Query(10)) == []
        setTextAnew.set(new SetTextAnew.Command(post.id())) == new SetTextAnew.Outcome.NothingToDo()
    }

    def "what the rules of today do not let through is shown as it was typed"() {
        given:
        def stricter = new FakeTypesetter() {
            @Override
            Typesetting article(Markdown text) {
                new Typesetting.TooTangled()
            }
        }

        expect:
        new SetTextAnew(posts, posts, stricter, transactions).set(new SetTextAnew.Command(post.id())) == new SetTextAnew.Outcome.Done()
        posts.textOf(post.id()).html().value() == '<pre>It rained.</pre>'
    }

    def "what somebody saves meanwhile is theirs"() {
        given:
        def busy = [
                find : { int most -> posts.find(most) },
                renew: { Post seen, Typeset typeset ->
                    editPost().edit(new EditPost.Command(ayu, new PostKey.Id(post.id()), new BasedOn.Any(), changes('It shone.')))
                    posts.renew(seen, typeset)
                },
        ] as AgedTexts

        expect:
        new SetTextAnew(posts, busy, typesetter, transactions).set(new SetTextAnew.Command(post.id())) == new SetTextAnew.Outcome.NothingToDo()
        posts.textOf(post.id()).html().value() == '<p>It shone.</p>'
    }

    def "what is gone needs nothing"() {
        expect:
        setTextAnew.set(new SetTextAnew.Command(new PostId(UUID.randomUUID()))) == new SetTextAnew.Outcome.NothingToDo()
    }

    private Post aged(PostId id) {
        posts.age(id, OLD)
        posts.find(new PostKey.Id(id)).get()
    }

    private EditPost editPost() {
        new EditPost(posts, revisions, categories, media, mint, reader, typesetter, events, transactions, clock)
    }

    private static EditPost.Changes changes(String body) {
        new EditPost.Changes(null, new Markdown(body), null, null, null, new EditPost.Move.Stay(), null)
    }
}

package dev.beranda.application.post

import dev.beranda.application.shared.Page
import dev.beranda.application.shared.PageRequest
import dev.beranda.domain.category.Categories
import dev.beranda.domain.category.CategoryId
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.SettableClock
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.media.FakeMedia
import dev.beranda.domain.post.Author
import dev.beranda.domain.post.Cover
import dev.beranda.domain.post.FakePosts
import dev.beranda.domain.post.FakeRevisions
import dev.beranda.domain.post.PostKey
import dev.beranda.domain.post.Stage
import dev.beranda.domain.post.Writer
import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.FakeTransliteration
import dev.beranda.domain.shared.FakeTypesetter
import dev.beranda.domain.shared.RecordedEvents
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.SequentialUuids
import dev.beranda.domain.shared.Slug
import dev.beranda.domain.tag.FakeTags
import dev.beranda.domain.tag.TagMint
import spock.lang.Specification

/** A desk with everything on it that writing takes, on fakes. */
abstract class WritingSpecification extends Specification {

    static final FOOD = new CategoryId(UUID.fromString('019d0000-0000-7000-8000-00000000f00d'))

    def clock = new SettableClock()
    def posts = new FakePosts()
    def revisions = new FakeRevisions()
    def tags = new FakeTags()
    def media = new FakeMedia()
    def categories = { Slug slug -> slug.value() == 'food' ? Optional.of(FOOD) : Optional.empty() } as Categories
    def events = new RecordedEvents()
    def transactions = new FakeTransactions(posts, revisions, tags, events)
    def uuids = new SequentialUuids()
    def mint = new TagMint(tags, new FakeTransliteration(), uuids)
    def reader = new ReaderOfFakes(posts)
    def writePost = new WritePost(
            posts, revisions, categories, media, mint, reader, new FakeTypesetter(), new FakeTransliteration(), events, transactions,
            uuids, clock)

    def ayu = new Writer(People.newId(), Role.AUTHOR)
    def editor = new Writer(People.newId(), Role.EDITOR)
    def stranger = new Writer(People.newId(), Role.AUTHOR)

    WritePost.Outcome write(Map<String, ?> wishes = [:], Writer by = ayu) {
        writePost.write(new WritePost.Command(
                by,
                Writings.story(wishes),
                wishes.slug ? new Slug(wishes.slug as String) : null,
                wishes.tags as List ?: [],
                wishes.category ? new Slug(wishes.category as String) : null,
                wishes.cover as Cover ?: new Cover.None(),
                wishes.out as boolean))
    }

    PostKey keyOf(PostView view) {
        new PostKey.Id(view.card().id())
    }

    /** What of a post the use cases hand on. */
    static class ReaderOfFakes implements PostReader {

        private final FakePosts posts

        ReaderOfFakes(FakePosts posts) {
            this.posts = posts
        }

        @Override
        Optional<PostView> find(PostKey key, Audience audience) {
            posts.find(key).map { post ->
                def stage = post.stage() instanceof Stage.Trashed ? post.stage().before() : post.stage()
                def text = posts.textOf(post.id())
                def card = new PostCardView(
                        post.id(), post.slug(), post.story().title(), post.story().teaser(text.prose()), text.prose().readingMinutes(),
                        post.stage() instanceof Stage.Open ? PostStatus.PUBLISHED : PostStatus.DRAFT,
                        stage instanceof Stage.Open ? stage.from() : null, null, [], null, null, 0, 0,
                        post.createdAt(), post.updatedAt(), post.version())
                new PostView(card, !post.story().excerpt().none, post.story().body(), text.html(), text.outline())
            }
        }

        @Override
        Page<PostCardView> list(PostReader.Selection selection, PostReader.Which which, PostOrder order, PageRequest page) {
            throw new UnsupportedOperationException('no list is made of fakes')
        }
    }
}

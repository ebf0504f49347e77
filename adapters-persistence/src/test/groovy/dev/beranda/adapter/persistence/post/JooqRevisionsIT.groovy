package dev.beranda.adapter.persistence.post

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.application.post.RevisionReader
import dev.beranda.domain.category.Categories
import dev.beranda.domain.category.CategoryId
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.media.MediaId
import dev.beranda.domain.post.Author
import dev.beranda.domain.post.Cover
import dev.beranda.domain.post.Filed
import dev.beranda.domain.post.Filing
import dev.beranda.domain.post.Posts
import dev.beranda.domain.post.Revisions
import dev.beranda.domain.post.RevisionsContract
import dev.beranda.domain.post.Shelf
import dev.beranda.domain.shared.Slug
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.tag.Heir
import dev.beranda.domain.tag.Tag
import dev.beranda.domain.tag.TagId
import dev.beranda.domain.tag.TagName
import dev.beranda.domain.tag.Tags
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqRevisionsIT extends RevisionsContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Revisions revisions = node.get(Revisions)
    Posts posts = node.get(Posts)
    Users users = node.get(Users)
    Tags tags = node.get(Tags)
    Transactions transactions = node.get(Transactions)

    def shelf = new CategoryId(UUID.randomUUID())
    def cover = new MediaId(UUID.randomUUID())

    def cleanup() {
        Databases.empty(database)
    }

    def "how it was filed is found as it was, and told in the names there were"() {
        given:
        def filing = new Filing([tag('Kopi'), tag('Air')], shelf(), cover())
        def post = post()

        when:
        revisions.keep(post, ayu.id(), Writings.story(), filing, People.NOW)

        then:
        revisions.find(post, 1).get().filed() == new Filed.As(filing)
        with(node.get(RevisionReader).find(post, 1).get().filing()) {
            tags() == ['Kopi', 'Air']
            category() == 'Food'
            it.cover() == this.cover
        }
    }

    def "what it was filed under is followed: a name, an heir; what was taken away is left out"() {
        given:
        def (renamed, merged, heir, gone) = ['Renamed', 'Merged', 'Heir', 'Gone'].collect { tag(it) }
        def post = post()
        revisions.keep(post, ayu.id(), Writings.story(), new Filing([gone, merged, renamed, heir], shelf(), cover()), People.NOW)

        when:
        transactions.write { tags.save(called('renamed').called(new TagName('Other'), new Slug('other'))) }
        transactions.write { tags.remove(called('merged'), new Heir.Other(heir)) }
        transactions.write { tags.remove(called('gone'), new Heir.Nobody()) }
        transactions.write { node.get(Categories).remove(shelf) }
        Databases.byHand(database, "delete from media where id = '$cover'")

        then:
        revisions.find(post, 1).get().filed() == new Filed.As(new Filing([heir, renamed], new Shelf.None(), new Cover.None()))
        node.get(RevisionReader).find(post, 1).get().filing().tags() == ['Gone', 'Merged', 'Renamed', 'Heir']
    }

    def "of what was saved before it was kept, nobody knows"() {
        given:
        def post = post()
        Databases.byHand(database, "insert into post_revision (post_id, number, title, excerpt, markdown, saved_at) values ('$post', 1, 't', '', 'm', now())")

        expect:
        revisions.find(post, 1).get().filed() == new Filed.Unknown()
        revisions.find(post, 1).get().by() == new Author.Forgotten()
        node.get(RevisionReader).find(post, 1).get().filing() == null
    }

    private TagId tag(String name) {
        def tag = Tag.coin(new TagId(Writings.newId().value()), new TagName(name), new Slug(name.toLowerCase()), People.NOW)
        transactions.write { tags.add(tag) }
        tag.id()
    }

    private Tag called(String slug) {
        tags.find(new Slug(slug)).get()
    }

    private Shelf shelf() {
        Databases.byHand(database, "insert into category (id, slug, name, created_at, version) values ('$shelf', 'food', 'Food', now(), 0)")
        new Shelf.Under(shelf)
    }

    private Cover cover() {
        Databases.byHand(database, "insert into media (id, was, width, height, alt, bytes, uploaded_at) values ('$cover', 'png', 4, 3, '', 5, now())")
        new Cover.Picture(cover)
    }
}

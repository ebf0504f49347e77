package dev.beranda.adapter.persistence.tag

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.adapter.persistence.post.Openings
import dev.beranda.adapter.persistence.tally.Tallies
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.post.Filing
import dev.beranda.domain.post.Post
import dev.beranda.domain.post.PostId
import dev.beranda.domain.post.PostKey
import dev.beranda.domain.post.Posts
import dev.beranda.domain.post.Shelf
import dev.beranda.domain.post.Cover
import dev.beranda.domain.shared.Slug
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.tag.Heir
import dev.beranda.domain.tag.Keeping
import dev.beranda.domain.tag.TagId
import dev.beranda.domain.tag.TagName
import dev.beranda.domain.tag.Tags
import dev.beranda.domain.tag.TagsContract
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import java.time.Duration
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqTagsIT extends TagsContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    @Shared
    @AutoCleanup
    Node otherNode = Node.on(database)

    Tags tags = node.get(Tags)
    Transactions transactions = node.get(Transactions)
    Posts posts = node.get(Posts)

    def ayu = People.somebody()
    def writer = Writings.writer(ayu.id())

    def setup() {
        node.get(Users).add(ayu)
    }

    def cleanup() {
        Databases.empty(database)
    }

    def "of fifty who add one tag on two nodes, however they write it, one does"() {
        when:
        def outcomes = Race.of(50) { i ->
            def there = [node, otherNode][i % 2]
            there.get(Transactions).write { there.get(Tags).add(tag(i % 3 ? 'Java' : 'JAVA', "java-$i".toString())) }
        }

        then:
        outcomes.countBy { it.class } == [(Keeping.Kept): 1, (Keeping.NameTaken): 49]
        Databases.ask(database, 'select count(*) from tag') == 1
        Databases.ask(database, 'select count(*) from tag_slug') == 1
    }

    def "of fifty who take one name or address by renaming, one does"() {
        given:
        def all = (1..50).collect { tag("t$it".toString(), "t-$it".toString()) }
        all.each { add(it) }

        when:
        def outcomes = Race.of(50) { i ->
            def there = [node, otherNode][i % 2]
            there.get(Transactions).write { there.get(Tags).save(all[i].called(new TagName(i % 2 ? 'Same' : "n$i"), new Slug('same'))) }
        }

        then:
        outcomes.count { it instanceof Keeping.Kept } == 1
        outcomes.every { it instanceof Keeping }
        Databases.ask(database, "select count(*) from tag_slug where slug = 'same'") == 1
        Databases.ask(database, "select count(*) from tag t join tag_slug s on s.tag_id = t.id and s.slug = t.slug join tag_name n on n.tag_id = t.id and n.name_key = t.name_key") == 50
        Databases.ask(database, "select count(*) from tag_name") == 50
    }

    def "posts of both carry the one that stays, none of them twice, and were saved"() {
        given:
        def (gone, stays, other) = ['Gone', 'Stays', 'Other'].collect { name -> tag(name, name.toLowerCase()) }
        [gone, stays, other].each { add(it) }
        def one = published([gone, other])
        def both = published([other, gone, stays])
        def neither = published([other])

        when:
        remove(gone, new Heir.Other(stays.id()))

        then:
        tagsOf(one) == [stays.id(), other.id()]
        tagsOf(both) == [other.id(), stays.id()]
        tagsOf(neither) == [other.id()]
        [one, both, neither].collect { read(it).version() } == [1, 1, 0]
        counts() == [other: 3, stays: 2]
    }

    def "whoever was writing on a post while one of its tags was merged or removed begins anew, and loses nothing"() {
        given:
        def (gone, stays) = ['Gone', 'Stays'].collect { name -> tag(name, name.toLowerCase()) }
        [gone, stays].each { add(it) }
        def post = published([gone])
        def attempts = 0

        when:
        transactions.write {
            def seen = read(post)
            if (attempts++ == 0) {
                Thread.startVirtualThread { remove(gone, heir ? new Heir.Other(stays.id()) : new Heir.Nobody()) }.join()
            }
            posts.save(seen.trash(writer, People.NOW).post())
        }

        then:
        attempts == 2
        tagsOf(post) == (heir ? [stays.id()] : [])

        where:
        heir << [true, false]
    }

    def "who files a post under a tag that is removed at that moment begins anew"() {
        given:
        def gone = tag('Gone', 'gone')
        add(gone)
        def post = published([])
        def attempts = 0

        when:
        transactions.write {
            def seen = read(post)
            def ids = tags.obtain([tag('gone', 'gone')])
            if (attempts++ == 0) {
                Thread.startVirtualThread { remove(gone, new Heir.Nobody()) }.join()
            }
            posts.save(filed(seen, ids))
        }

        then:
        attempts == 2
        tagsOf(post).size() == 1
        tags.find(new Slug('gone')).get().id() != gone.id()
    }

    def "many merge crosswise on two nodes while posts are filed: nothing is stuck, every post keeps a tag"() {
        given:
        def all = (1..6).collect { tag("t$it".toString(), "t-$it".toString()) }
        all.each { add(it) }
        def filed = (0..11).collect { published([all[it % 6]]) }

        when:
        def outcomes = Race.of(18) { i ->
            def there = [node, otherNode][i % 2]
            there.get(Transactions).write { i < 6 ? mergeIntoNext(there.get(Tags), i) : fileUnderOneMore(there, filed[i - 6], i) }
            true
        }

        then:
        outcomes.findAll { it != true }.every { it instanceof StaleAggregate || it.message.contains('deadlock') }
        filed.every { !tagsOf(it).empty }
        (1..6).every { tags.find(new Slug("t-$it")).present }
        counted()
    }

    def "a tag counts the posts everybody sees: from their moment on, until they are taken back, thrown away or filed otherwise"() {
        given:
        def java = tag('Java', 'java')
        add(java)
        def out = published([java])
        def soon = planned([java], Duration.ofMillis(300))
        draft([java])

        expect:
        counts() == [java: 1]

        when:
        sleep(350)

        then:
        counts() == [java: 2]

        when:
        posts.save(read(out).trash(writer, Instant.now()).post())

        then:
        counts() == [java: 1]

        when:
        posts.save(read(out).restore(writer, Instant.now()).post())
        posts.save(read(soon).unpublish(writer, Instant.now()).post())

        then:
        counts() == [java: 1]

        when:
        posts.save(filed(read(out), []))

        then:
        counts() == [java: 0]

        when:
        posts.save(filed(read(out), [java.id()]))
        Databases.byHand(database, "delete from post where id = '$out'")

        then:
        counts() == [java: 0]
        counted()
    }

    def "after fifty who write, move and file at once the counts are what there is"() {
        given:
        def all = (1..4).collect { tag("t$it".toString(), "t-$it".toString()) }
        all.each { add(it) }

        when:
        Race.of(50) { i ->
            def there = [node, otherNode][i % 2]
            def post = published([all[i % 4], all[(i + 1) % 4]], there)
            if (i % 3 == 0) {
                there.get(Posts).save(there.get(Posts).find(new PostKey.Id(post)).get().trash(writer, Instant.now()).post())
            }
            if (i % 5 == 0) {
                there.get(Transactions).write {
                    there.get(Posts).save(filed(there.get(Posts).find(new PostKey.Id(post)).get(), [all[3].id()]))
                }
            }
        }

        then:
        counts().values().sum() > 0
        counted()
    }

    private static void mergeIntoNext(Tags there, int i) {
        def from = there.find(new Slug("t-${i + 1}")).get()
        def into = there.find(new Slug("t-${(i + 1) % 6 + 1}")).get()
        if (from != into) {
            there.remove(from, new Heir.Other(into.id()))
        }
    }

    private void fileUnderOneMore(Node there, PostId id, int i) {
        def post = there.get(Posts).find(new PostKey.Id(id)).get()
        there.get(Posts).save(filed(post, (post.filing().tags() + there.get(Tags).obtain([tag("n$i", "n-$i")])).unique()))
    }

    private PostId published(List tagged, Node there = node) {
        posted(tagged, there) { Post post -> post.publish(writer, Instant.now()).post() }
    }

    private PostId planned(List tagged, Duration wait) {
        posted(tagged, node) { Post post -> post.publish(writer, Instant.now() + wait, Instant.now()).post() }
    }

    private PostId draft(List tagged) {
        posted(tagged, node) { it }
    }

    private PostId posted(List tagged, Node there, Closure<Post> stage) {
        def post = stage(Writings.draft(ayu.id(), tags: tagged*.id()))
        there.get(Transactions).write {
            assert there.get(Posts).claim(post.slug(), post.id())
            there.get(Posts).add(post, Writings.typeset(post))
        }
        post.id()
    }

    private Post filed(Post post, List<TagId> tagIds) {
        new Post(post.id(), post.author(), post.slug(), post.story(), new Filing(tagIds, new Shelf.None(), new Cover.None()),
                post.stage(), post.createdAt(), post.updatedAt(), post.version())
    }

    private Post read(PostId post) {
        posts.find(new PostKey.Id(post)).get()
    }

    private List<TagId> tagsOf(PostId post) {
        read(post).filing().tags()
    }

    private Map<String, Long> counts() {
        node.get(Openings).notice()
        node.get(Tallies).fold()
        (Databases.ask(database, "select coalesce(string_agg(slug || '=' || post_count, ',' order by slug), '') from tag") as String)
                .tokenize(',').collectEntries { it.tokenize('=').with { [it[0], it[1] as long] } }
    }

    /// Whether every tag counts what there is.
    private boolean counted() {
        counts()
        Databases.ask(database, """
                select count(*) from tag where post_count <> (
                  select count(*) from post_tag join post on post.id = post_id where tag_id = tag.id and post.visible_from <= now())""") == 0
    }
}

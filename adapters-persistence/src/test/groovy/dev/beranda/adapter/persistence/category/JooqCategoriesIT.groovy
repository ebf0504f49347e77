package dev.beranda.adapter.persistence.category

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.adapter.persistence.post.Openings
import dev.beranda.adapter.persistence.tally.Tallies
import dev.beranda.domain.category.Categories
import dev.beranda.domain.category.CategoriesContract
import dev.beranda.domain.category.Category
import dev.beranda.domain.category.Growth
import dev.beranda.domain.category.Spot
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.post.Filing
import dev.beranda.domain.post.Post
import dev.beranda.domain.post.PostId
import dev.beranda.domain.post.PostKey
import dev.beranda.domain.post.Posts
import dev.beranda.domain.post.Shelf
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import java.time.Duration
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqCategoriesIT extends CategoriesContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    @Shared
    @AutoCleanup
    Node otherNode = Node.on(database)

    Categories categories = node.get(Categories)
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

    def "of two who move two categories into one another on two nodes, one does"() {
        given:
        def all = [category('a'), category('b')]
        all.each { add(it) }

        when:
        def outcomes = Race.of(2) { i ->
            def there = [node, otherNode][i]
            there.get(Transactions).write {
                def tree = there.get(Categories).hold()
                def mine = tree.find(all[i].id()).get()
                def growth = tree.place(mine.as(mine.name(), mine.slug(), new Spot.Within(all[1 - i].id())))
                sleep(50)
                growth instanceof Growth.Fits ? there.get(Categories).save(growth.category()) : growth
            }
        }

        then:
        outcomes.count { it == new Growth.Circle() } == 1
        Databases.ask(database, 'select count(*) from category where parent_id is null') == 1

        where:
        attempt << (1..5)
    }

    def "of fifty who open one at an address on two nodes, one does"() {
        when:
        def outcomes = Race.of(50) { i ->
            def there = [node, otherNode][i % 2]
            there.get(Transactions).write { there.get(Categories).add(category('food')) }
        }

        then:
        outcomes.countBy { it } == [(true): 1, (false): 49]
    }

    def "a category counts the posts everybody sees: from their moment on, until they are taken back, thrown away or moved"() {
        given:
        def (food, art) = [category('food'), category('art')]
        [food, art].each { add(it) }
        def out = posted(food) { Post post -> post.publish(writer, Instant.now()).post() }
        def soon = posted(food) { Post post -> post.publish(writer, Instant.now() + Duration.ofMillis(300), Instant.now()).post() }
        posted(food) { it }

        expect:
        counts() == [art: 0, food: 1]

        when:
        sleep(350)

        then:
        counts() == [art: 0, food: 2]

        when:
        posts.save(moved(soon, new Shelf.Under(art.id())))
        posts.save(read(out).trash(writer, Instant.now()).post())

        then:
        counts() == [art: 1, food: 0]

        when:
        posts.save(read(out).restore(writer, Instant.now()).post())
        posts.save(read(soon).unpublish(writer, Instant.now()).post())

        then:
        counts() == [art: 0, food: 1]

        when:
        Databases.byHand(database, "delete from post where id = '$out'")

        then:
        counts() == [art: 0, food: 0]
    }

    def "after forty who write and move at once the counts are what there is"() {
        given:
        def all = (1..4).collect { category("c$it".toString()) }
        all.each { add(it) }

        when:
        Race.of(40) { i ->
            def post = posted(all[i % 4], [node, otherNode][i % 2]) { Post post -> post.publish(writer, Instant.now()).post() }
            if (i % 3 == 0) {
                posts.save(moved(post, i % 2 ? new Shelf.Under(all[(i + 1) % 4].id()) : new Shelf.None()))
            }
        }

        then:
        counts().values().sum() == 33
        Databases.ask(database, """
                select count(*) from category where post_count <>
                  (select count(*) from post where category_id = category.id and visible_from <= now())""") == 0
    }

    def "posts of one that is taken away are on no shelf; whoever was writing on one, or filing one there, begins anew"() {
        given:
        def food = category('food')
        add(food)
        def (one, other) = [posted(food) { it }, posted(null) { it }]
        def attempts = 0

        when:
        transactions.write {
            def seen = read(one)
            def shelf = categories.called(food.slug()).<Shelf>map { new Shelf.Under(it) }.orElseGet { new Shelf.None() }
            def filed = moved(other, shelf)
            if (attempts++ == 0) {
                Thread.startVirtualThread { transactions.write { categories.remove(food.id()) } }.join()
            }
            posts.save(seen.publish(writer, Instant.now()).post())
            posts.save(filed)
        }

        then:
        attempts == 2
        [one, other].collect { read(it).filing().shelf() } == [new Shelf.None(), new Shelf.None()]
        read(one).version() == 2
    }

    private PostId posted(Category category, Node there = node, Closure<Post> stage) {
        def post = stage(Writings.draft(ayu.id(), shelf: category == null ? new Shelf.None() : new Shelf.Under(category.id())))
        there.get(Transactions).write {
            assert there.get(Posts).claim(post.slug(), post.id())
            there.get(Posts).add(post, Writings.typeset(post))
        }
        post.id()
    }

    private Post moved(PostId id, Shelf shelf) {
        def post = read(id)
        new Post(post.id(), post.author(), post.slug(), post.story(), new Filing([], shelf, post.filing().cover()),
                post.stage(), post.createdAt(), post.updatedAt(), post.version())
    }

    private Post read(PostId post) {
        posts.find(new PostKey.Id(post)).get()
    }

    private Map<String, Long> counts() {
        node.get(Openings).notice()
        node.get(Tallies).fold()
        (Databases.ask(database, "select string_agg(slug || '=' || post_count, ',' order by slug) from category") as String)
                .tokenize(',').collectEntries { it.tokenize('=').with { [it[0], it[1] as long] } }
    }
}

package dev.beranda.adapter.persistence.tally

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Line
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.post.PostId
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.UserId
import dev.beranda.postgres.TestDatabase
import java.time.Instant
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import org.jooq.DSLContext
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

import static dev.beranda.adapter.persistence.jooq.Tables.POST
import static dev.beranda.adapter.persistence.jooq.Tables.POST_LIKE

class TalliesIT extends Specification {

    static final READERS = 200
    static final POSTS = 5

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Line line = Line.to(database.jdbcUrl())

    @Shared
    @AutoCleanup
    Node frail = Node.on(database, line.url)

    @Shared
    @AutoCleanup
    Node sturdy = Node.on(database)

    def tallies = sturdy.get(Tallies)
    def post = postId(1)

    def setup() {
        Databases.byHand(database, """
                insert into app_user (id, email, email_verified, username, username_key, display_name, role, disabled, authority, registered_at, version)
                select ${uuid('a', 'n')}, 'r' || n || '@example.com', true, 'r' || n, 'r' || n, 'R', 'reader', false, 0, now(), 0
                from generate_series(1, ${READERS}) n""")
        posts(1, POSTS)
    }

    def cleanup() {
        line.admit()
        Databases.empty(database)
    }

    def "what came and went is added up once, and is no save"() {
        given:
        like(1)
        like(2)
        like(3)
        dislike(2)

        expect:
        counted() == 0

        when:
        2.times { tallies.fold() }

        then:
        counted() == 2
        pending == 0
        Databases.ask(database, 'select sum(version) from post') == 0
    }

    def "what happened in a transaction that failed did not happen"() {
        when:
        sturdy.get(Transactions).write {
            like(1)
            throw new IllegalStateException('changed their mind')
        }

        then:
        thrown(IllegalStateException)
        pending == 0
    }

    def "who dies while adding up loses nothing and adds nothing twice"() {
        given:
        like(1)
        like(2)

        when:
        sturdy.get(Transactions).write {
            tallies.fold()
            throw new IllegalStateException('pulled the plug')
        }

        then:
        thrown(IllegalStateException)
        counted() == 0

        when:
        tallies.fold()

        then:
        counted() == 2
    }

    def "a crowd likes, thinks better of it and likes again, on two nodes, while both add up and one is cut off again and again"() {
        given:
        def over = new CountDownLatch(1)
        def adding = [frail, sturdy].collect { node -> Thread.startVirtualThread { addUp(node, over) } }
        def cutting = Thread.startVirtualThread {
            while (!over.await(30, TimeUnit.MILLISECONDS)) {
                line.refuse()
                sleep(10)
                line.admit()
            }
        }

        when:
        def failures = Race.of(READERS) { number ->
            def node = number % 2 == 0 ? frail : sturdy
            def liked = postId(1 + number % POSTS)
            like(number + 1, liked, node)
            dislike(number + 1, liked, node)
            like(number + 1, liked, node)
            like(number + 1, liked, node)
        }.findAll { it instanceof RuntimeException }

        and:
        over.countDown()
        (adding + cutting)*.join()
        line.admit()
        tallies.fold()

        then:
        pending == 0
        (1..POSTS).every { counted(postId(it)) == likesOf(postId(it)) }

        and:
        failures.size() <= READERS / 2
        (1..POSTS).sum { likesOf(postId(it)) } >= READERS / 2
    }

    def "whoever leaves is counted no more, and what is gone is in nobody's way"() {
        given:
        like(1)
        like(2)
        like(1, postId(2))
        tallies.fold()

        when:
        Databases.byHand(database, "delete from app_user where username = 'r1'")
        Databases.byHand(database, "delete from post where slug = 'p2'")
        tallies.fold()

        then:
        counted() == 1
        pending == 0
    }

    def "who follows and is followed is counted, and who leaves takes their counts along"() {
        given:
        follow(1, 2)
        follow(1, 3)
        follow(2, 1)
        tallies.fold()

        expect:
        [1, 2, 3].collect { followCounts(it) } == [[1, 2], [1, 1], [1, 0]]

        when:
        Databases.byHand(database, "delete from app_user where username = 'r2'")
        tallies.fold()

        then:
        [1, 2, 3].collect { followCounts(it) } == [[0, 1], null, [1, 0]]
        pending == 0
        tallies.check() == 0
    }

    def "what moves is counted where it is then"() {
        given:
        like(1)
        like(2)
        tallies.fold()

        when:
        Databases.byHand(database, "update post_like set post_id = (select id from post where slug = 'p2'), liked_at = now() where user_id = ${uuid('a', '1')}")
        Databases.byHand(database, 'update post_like set liked_at = now()')
        tallies.fold()

        then:
        counted() == 1
        counted(postId(2)) == 1
    }

    def "who reads does not wait for who writes"() {
        when:
        def liked = sturdy.get(Transactions).write {
            sturdy.get(DSLContext).update(POST).set(POST.EXCERPT, 'Being written on').where(POST.ID.eq(post)).execute()
            CompletableFuture.supplyAsync { like(1, post, frail) }.get(10, TimeUnit.SECONDS)
        }

        then:
        liked == 1
    }

    def "more than one bite is added up in one go"() {
        given:
        posts(6, 200)
        Databases.byHand(database, "insert into post_like select p.id, u.id, now() from post p, app_user u where p.slug <> 'p1' limit 9000")

        when:
        tallies.fold()

        then:
        pending == 0
        Databases.ask(database, 'select sum(like_count) from post') == 9000
    }

    def "a counter that was put wrong is put right, and what is still to be added up stays to be added up"() {
        given:
        like(1)
        tallies.fold()
        like(2)
        Databases.byHand(database, "update post set like_count = 99 where slug in ('p1', 'p3')")

        expect:
        tallies.check() == 2
        counted() == 1
        counted(postId(3)) == 0
        tallies.check() == 0

        when:
        tallies.fold()

        then:
        counted() == 2
    }

    def "the check comes round to all of them, some at a time"() {
        given:
        posts(6, 700)
        Databases.byHand(database, 'update post set like_count = 1')

        expect:
        [tallies.check(), tallies.check(), tallies.check()] == [500, 200, 0]

        when:
        Databases.byHand(database, 'update post set like_count = 1')

        then:
        tallies.check() == 200
        tallies.check() == 500
    }

    private void addUp(Node node, CountDownLatch over) {
        while (!over.await(5, TimeUnit.MILLISECONDS)) {
            try {
                node.get(Tallies).fold()
            } catch (RuntimeException cutOff) {
                // the next round is for that
            }
        }
    }

    private int like(int reader, PostId liked = post, Node node = sturdy) {
        node.get(Transactions).write {
            node.get(DSLContext).insertInto(POST_LIKE)
                    .values(liked, readerId(reader), Instant.now())
                    .onConflictDoNothing()
                    .execute()
        }
    }

    private int dislike(int reader, PostId liked = post, Node node = sturdy) {
        node.get(Transactions).write {
            node.get(DSLContext).deleteFrom(POST_LIKE)
                    .where(POST_LIKE.POST_ID.eq(liked).and(POST_LIKE.USER_ID.eq(readerId(reader))))
                    .execute()
        }
    }

    private void follow(int follower, int followed) {
        Databases.byHand(database, "insert into follow values ('${readerId(follower)}', '${readerId(followed)}', now())")
    }

    private List<Integer> followCounts(int reader) {
        (Databases.ask(database, "select followers || ',' || following from follow_count where user_id = '${readerId(reader)}'") as String)
                ?.split(',')*.toInteger()
    }

    private int counted(PostId post = this.post) {
        Databases.ask(database, "select like_count from post where id = '${post}'") as int
    }

    private int likesOf(PostId post) {
        Databases.ask(database, "select count(*) from post_like where post_id = '${post}'") as int
    }

    private int getPending() {
        Databases.ask(database, 'select count(*) from tally_change') as int
    }

    private void posts(int first, int last) {
        Databases.byHand(database, """
                insert into post (id, slug, title, excerpt, own_excerpt, reading_minutes, stage, open_from, announced, created_at, updated_at, version)
                select ${uuid('b', 'n')}, 'p' || n, 'T', '', false, 1, 'open', now(), true, now(), now(), 0
                from generate_series(${first}, ${last}) n""")
    }

    private static String uuid(String kind, String number) {
        "('019d0000-0000-7000-8000-0000000${kind}' || lpad(${number}::text, 4, '0'))::uuid"
    }

    private static PostId postId(int number) {
        new PostId(UUID.fromString("019d0000-0000-7000-8000-0000000b${number.toString().padLeft(4, '0')}"))
    }

    private static UserId readerId(int number) {
        new UserId(UUID.fromString("019d0000-0000-7000-8000-0000000a${number.toString().padLeft(4, '0')}"))
    }
}

package dev.beranda.adapter.persistence.post

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.adapter.persistence.category.Clearing
import dev.beranda.adapter.persistence.tag.Retagging
import dev.beranda.adapter.persistence.tally.Tallies
import dev.beranda.application.category.CategoryReader
import dev.beranda.application.comment.CaseOrder
import dev.beranda.application.comment.CaseReader
import dev.beranda.application.post.Audience
import dev.beranda.application.post.PostOrder
import dev.beranda.application.post.PostReader
import dev.beranda.application.post.PostReader.Selection
import dev.beranda.application.post.PostReader.Which
import dev.beranda.application.post.PostStatus
import dev.beranda.application.shared.PageRequest
import dev.beranda.application.tag.TagOrder
import dev.beranda.application.tag.TagReader
import dev.beranda.domain.category.Categories
import dev.beranda.domain.comment.CommentId
import dev.beranda.domain.comment.Comments
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.post.PostId
import dev.beranda.domain.post.PostKey
import dev.beranda.domain.post.Posts
import dev.beranda.domain.post.Shelf
import dev.beranda.domain.post.Trash
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.Slug
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.tag.Heir
import dev.beranda.domain.tag.Keeping
import dev.beranda.domain.tag.Tag
import dev.beranda.domain.tag.TagId
import dev.beranda.domain.tag.TagName
import dev.beranda.domain.tag.Tags
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/**
 * What one editor does to twenty thousand posts, or to one with fifty thousand comments: said in a moment, done bit by bit, by
 * nodes that may be killed at any time.
 */
class LongDeedsIT extends Specification {

    private static final int POSTS = 20_000
    private static final int COMMENTS = 50_000
    private static final Duration A_MOMENT = Duration.ofMillis(1500)
    private static final GONE = UUID.fromString('00000000-0000-7000-8000-00000000000a')
    private static final STAYS = UUID.fromString('00000000-0000-7000-8000-00000000000b')
    private static final PAGE = new PageRequest(100, null, true)

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
    Categories categories = node.get(Categories)
    Posts posts = node.get(Posts)
    Transactions transactions = node.get(Transactions)

    def ayu = People.somebody()
    def editor = Writings.writer(ayu.id(), Role.EDITOR)

    def setup() {
        node.get(Users).add(ayu)
        byHand """
            insert into tag (id, slug, name, name_key, post_count, created_at, version) values
                ('$GONE', 'gone', 'Vanishing', 'vanishing', $POSTS, now(), 0),
                ('$STAYS', 'stays', 'Lasting', 'lasting', ${POSTS.intdiv(4)}, now(), 0)"""
        byHand "insert into category (id, slug, name, post_count, created_at, version) values ('$GONE', 'food', 'Food', $POSTS, now(), 0)"
    }

    def cleanup() {
        Databases.empty(database)
    }

    def "a tag is renamed, and its posts are found by the new name by and by"() {
        given:
        manyPosts()

        when:
        def took = timed { transactions.write { tags.save(tags.find(new Slug('gone')).get().called(new TagName('Rejoicing'), new Slug('joy'))) } }

        then:
        took < A_MOMENT
        tags.find(new Slug('gone')).get().name().value() == 'Rejoicing'

        when: 'the node that does it is killed in the midst of it'
        kill('select count(*) from tag_aftermath where done_up_to::text > \'00000000-0000-7000-8000-000000000300\'') { carryOn(node) }

        then:
        foundBy('rejoicing') in 1..<POSTS
        foundBy('rejoicing') + foundBy('vanishing') == POSTS

        when: 'and it is renamed again before another has done the rest'
        transactions.write { tags.save(tags.find(new Slug('joy')).get().called(new TagName('Delighting'), new Slug('joy'))) }
        carryOn(otherNode)

        then:
        foundBy('delighting') == POSTS
        foundBy('rejoicing') + foundBy('vanishing') == 0
        node.get(Retagging).waiting() == []
        counts() == [joy: POSTS, stays: POSTS.intdiv(4)]
        ask('select count(*) from post where version > 0') == 0
    }

    def "a tag is #deed: nobody is shown it from that moment on, and none of its posts is forgotten"() {
        given:
        manyPosts()
        def gone = tags.find(new Slug('gone')).get()

        when:
        def took = timed { transactions.write { tags.remove(gone, heir) } }

        then:
        took < A_MOMENT
        tags.find(new Slug('gone')).map { it.id().value() }.orElse(null) == (merged ? STAYS : null)
        tagsListed() == ['stays']
        tagsShownOfLast() == (merged ? ['gone', 'stays'] : ['stays'])

        when: 'who writes on one that was not taken along yet takes it along, and who names the tag means the heir, or a new one'
        def last = lastPost()
        def before = read(last)
        transactions.write { posts.save(read(last).unpublish(editor, People.NOW).post()) }
        transactions.write { posts.save(read(last).publish(editor, People.NOW).post()) }
        def named = transactions.write { tags.obtain([tag('Vanishing', 'gone')]) }.first()

        then:
        before.filing().tags() == [new TagId(STAYS)]
        ask("select count(*) from post_tag where post_id = '$last' and tag_id = '$GONE'") == 0
        merged ? named == new TagId(STAYS) : !(named.value() in [GONE, STAYS])

        when: 'the node that does it is killed in the midst of it'
        kill("select count(*) from post_tag where tag_id = '$GONE'") { carryOn(node) }
        def left = ask("select count(*) from post_tag where tag_id = '$GONE'") as int

        then:
        left in 1..<POSTS
        merged ? ask("select count(distinct post_id) from post_tag") == POSTS : ask("select count(*) from post_tag where tag_id = '$STAYS'") == POSTS.intdiv(4)

        when:
        carryOn(otherNode)

        then:
        ask("select count(*) from tag where id = '$GONE'") == 0
        ask('select count(*) from post_tag') == (merged ? POSTS : POSTS.intdiv(4))
        ask('select count(*) from post where version = 0') == 0
        foundBy('vanishing') == 0
        foundBy('lasting') == (merged ? POSTS : POSTS.intdiv(4))
        counts().stays == (merged ? POSTS : POSTS.intdiv(4))
        node.get(Tallies).check() == 0
        node.get(Retagging).waiting() == []

        where:
        deed      | merged
        'merged'  | true
        'removed' | false

        heir = merged ? new Heir.Other(new TagId(STAYS)) : new Heir.Nobody()
    }

    def "a tag that others were merged into a moment before is merged itself, or removed, and all of their posts with it"() {
        given:
        manyPosts(600)
        def last = add('last')

        when:
        transactions.write { tags.remove(tags.find(new Slug('gone')).get(), new Heir.Other(new TagId(STAYS))) }
        transactions.write { tags.remove(tags.find(new Slug('stays')).get(), merged ? new Heir.Other(last) : new Heir.Nobody()) }

        then:
        read(lastPost()).filing().tags() == (merged ? [last] : [])

        when:
        carryOn(node)

        then:
        ask('select count(*) from tag') == 1
        ask('select count(*) from post_tag') == (merged ? 600 : 0)
        counts() == [last: merged ? 600 : 0]

        where:
        merged << [true, false]
    }

    def "a tag that is leaving can be no other's heir, and its name and address are free"() {
        given:
        manyPosts(600)
        def gone = tags.find(new Slug('gone')).get()
        def other = add('other')
        transactions.write { tags.remove(gone, new Heir.Nobody()) }

        when:
        transactions.write { tags.remove(tags.find(new Slug('other')).get(), new Heir.Other(gone.id())) }

        then:
        thrown(StaleAggregate)

        and:
        transactions.write { tags.add(tag('Vanishing', 'gone')) } instanceof Keeping.Kept
        tags.find(new Slug('other')).get().id() == other
    }

    def "a category is removed: no post is shown on it from that moment on, and all are taken off it"() {
        given:
        manyPosts()

        when:
        def took = timed { transactions.write { categories.hold(); categories.remove(categories.called(new Slug('food')).get()) } }

        then:
        took < A_MOMENT
        categories.called(new Slug('food')).empty
        node.get(CategoryReader).all() == []
        listed().every { it.category() == null }
        read(lastPost()).filing().shelf() == new Shelf.None()

        when:
        kill("select count(*) from post where category_id = '$GONE'") { carryOn(node) }

        then:
        (ask("select count(*) from post where category_id = '$GONE'") as int) in 1..<POSTS

        when:
        carryOn(otherNode)

        then:
        ask('select count(*) from post where version = 0 or category_id is not null or counted_under is not null') == 0
        ask('select count(*) from category') == 0
    }

    def "a post with very many comments is deleted for good: it is gone from that moment on, and all that hangs on it goes"() {
        given:
        def post = trashedPost()
        def comment = new CommentId(ask('select max(id::text)::uuid from comment') as UUID)
        assert node.get(Comments).find(comment).present

        when:
        def took = timed { transactions.write { node.get(Trash).remove(read(post)) } }

        then:
        took < A_MOMENT
        posts.find(new PostKey.Id(post)).empty
        node.get(PostReader).find(new PostKey.Id(post), new Audience.One(editor)).empty
        node.get(PostReader).list(new Selection.OnTheDesk(editor, PostStatus.TRASHED), new Which(null, null, null, null, null), PostOrder.NEWEST_FIRST, PAGE).items() == []
        node.get(Comments).find(comment).empty
        node.get(CaseReader).list(null, CaseOrder.NEWEST, PAGE).with { it.items() == [] && it.total() == 0 }
        node.get(Trash).thrownAway(People.NOW + Duration.ofDays(9999), 9) == []

        ask('select count(*) from post_slug') == 0

        when:
        kill('select count(*) from comment') { carryOn(node) }

        then:
        (ask('select count(*) from comment') as int) in 1..<COMMENTS

        when:
        carryOn(otherNode)
        node.get(Tallies).fold()

        then:
        ['post', 'comment', 'comment_report', 'post_like', 'post_bookmark', 'tally_change'].every { ask("select count(*) from $it") == 0 }
    }

    private void manyPosts(int many = POSTS) {
        byHand """
            set session_replication_role = replica;
            insert into post (id, author_id, slug, title, excerpt, own_excerpt, reading_minutes, stage, open_from, announced, category_id,
                counted_under, created_at, updated_at, version)
            select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '${ayu.id()}', 'post-' || n, 'A walk ' || n, '', false, 1, 'open',
                now() - n * interval '1 minute', true, '$GONE', '$GONE', now(), now(), 0 from generate_series(1, $many) n;
            insert into post_text select id, 'm', 'm', '{}', 1 from post;
            insert into post_slug select slug, id from post;
            insert into post_tag select id, '$GONE', 0, visible_from, true from post;
            insert into post_tag select id, '$STAYS', 1, visible_from, true from post where substr(slug, 6)::int % 4 = 0;
            insert into post_search (post_id, visible_from, prose, head, document)
            select id, visible_from, repeat('It rained in Kota Tua while number ' || slug || ' was written. ', 20), words, words
            from post, lateral (select setweight(words_of('A walk Vanishing'), 'B') || eras_of(visible_from) as words) w;
            insert into tag_name select name_key, id from tag on conflict do nothing;
            insert into tag_slug select slug, id from tag on conflict do nothing;
            set session_replication_role = default;
            analyze post, post_tag, post_search, post_text, tag"""
    }

    private PostId trashedPost() {
        def id = Writings.newId()
        byHand """
            insert into post (id, author_id, slug, title, excerpt, own_excerpt, reading_minutes, stage, announced, trashed_at, created_at, updated_at, version)
                values ('$id', '${ayu.id()}', 'loved', 'Loved', '', false, 1, 'draft', false, now(), now(), now(), 0);
            insert into post_text values ('$id', 'm', 'm', '{}', 1);
            insert into post_slug values ('loved', '$id');
            set session_replication_role = replica;
            insert into comment (id, post_id, path, newest_first, answered_id, author_id, markdown, html, edition, state, shown, written_at, worded_at, version)
                select i, '$id', array[i], i, case when n > 1 then ('00000000-0000-7000-9000-' || lpad((n - 1)::text, 12, '0'))::uuid end,
                    '${ayu.id()}', 'm', 'm', 1, case n % 7 when 0 then 'spam' else 'published' end, n % 7 > 0, now(), now(), 0
                from (select n, ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid as i from generate_series(1, $COMMENTS) n) s;
            insert into comment_report select id, '${ayu.id()}', 'spam', '', false, now() from comment limit 5000;
            insert into app_user select (jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(), 'username', 'u' || n, 'username_key', 'u' || n, 'email', 'u' || n || '@example.org'))).*
                from app_user u, generate_series(1, 20000) n where u.id = '${ayu.id()}';
            insert into post_like select '$id', id, now() from app_user;
            insert into post_bookmark select id, '$id', now() from app_user limit 3000;
            set session_replication_role = default;
            analyze comment, post_like, post_bookmark, comment_report"""
        id
    }

    /// Once something of it is done, as by kill -9: its connection is gone, and with it what was not committed.
    private void kill(String progress, Closure<?> work) {
        def before = ask(progress)
        def doing = Thread.startVirtualThread {
            try {
                work()
            } catch (RuntimeException _) {
                // As was to be.
            }
        }
        while (ask(progress) == before) {
            sleep(1)
        }
        while (doing.alive) {
            byHand "select pg_terminate_backend(pid) from pg_stat_activity where usename = '${database.runtime().user()}' and state <> 'idle'"
            sleep(1)
        }
    }

    private static void carryOn(Node there) {
        def all = [there.get(Retagging), there.get(Clearing), there.get(Discards)]
        while (all.any { !it.waiting().empty }) {
            all.each { round -> round.waiting().each { round.carryOn(it) } }
        }
    }

    private static Duration timed(Closure<?> work) {
        def begin = System.nanoTime()
        work()
        Duration.ofNanos(System.nanoTime() - begin)
    }

    private TagId add(String name) {
        def tag = tag(name, name)
        assert transactions.write { tags.add(tag) } instanceof Keeping.Kept
        tag.id()
    }

    private static Tag tag(String name, String slug) {
        Tag.coin(new TagId(Writings.newId().value()), new TagName(name), new Slug(slug), People.NOW)
    }

    private PostId lastPost() {
        new PostId(ask('select max(id::text)::uuid from post') as UUID)
    }

    private def read(PostId post) {
        posts.find(new PostKey.Id(post)).get()
    }

    private int foundBy(String word) {
        ask("select count(*)::int from post_search where head @@ to_tsquery('beranda_en', '$word') and document @@ to_tsquery('beranda_en', '$word')") as int
    }

    private List<String> tagsListed() {
        node.get(TagReader).list(new TagReader.Which(null, true), TagOrder.BY_NAME, PAGE).items()*.slug()*.value()
    }

    private List<String> tagsShownOfLast() {
        node.get(PostReader).find(new PostKey.Id(lastPost()), new Audience.Everybody()).get().card().tags()*.slug()*.value()
    }

    private List listed() {
        node.get(PostReader).list(new Selection.Visible(), new Which(null, null, null, null, null), PostOrder.NEWEST_FIRST, PAGE).items()
    }

    private Map<String, Integer> counts() {
        while (ask('select exists (select from tally_change)')) {
            node.get(Tallies).fold()
        }
        (ask("select coalesce(string_agg(slug || '=' || post_count, ',' order by slug), '') from tag") as String)
                .tokenize(',').collectEntries { it.tokenize('=').with { [it[0], it[1] as int] } }
    }

    private void byHand(String statement) {
        Databases.byHand(database, statement)
    }

    private Object ask(String question) {
        Databases.ask(database, question)
    }
}

package dev.beranda.adapter.persistence.post

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.adapter.persistence.tally.Tallies
import dev.beranda.domain.post.PostKey
import dev.beranda.domain.post.Posts
import dev.beranda.domain.post.Trash
import dev.beranda.domain.post.TrashContract
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import org.jooq.impl.DSL
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqTrashIT extends TrashContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Trash trash = node.get(Trash)
    Posts posts = node.get(Posts)
    Users users = node.get(Users)
    Transactions transactions = node.get(Transactions)

    def cleanup() {
        Databases.empty(database)
    }

    def "all that hangs on a post goes with it, from every table there is, and counters are right"() {
        given:
        def post = written()
        def id = post.id()
        def user = ayu.id()
        def tag = UUID.randomUUID()
        def category = UUID.randomUUID()
        def comment = UUID.randomUUID()
        def answer = UUID.randomUUID()
        def medium = UUID.randomUUID()
        [
                "insert into tag (id, slug, name, name_key, created_at, version) values ('$tag', 't', 'T', 't', now(), 0)",
                "insert into category (id, slug, name, created_at, version) values ('$category', 'c', 'C', now(), 0)",
                "update post set stage = 'open', open_from = now() - interval '1 day', category_id = '$category' where id = '$id'",
                "insert into post_tag (post_id, tag_id, place) values ('$id', '$tag', 0)",
                "insert into post_like values ('$id', '$user', now())",
                "insert into post_bookmark values ('$user', '$id', now())",
                "insert into post_revision values ('$id', 1, '$user', 't', '', 'm', now())",
                "insert into comment (id, post_id, path, newest_first, answered_id, author_id, markdown, html, edition, state, shown, written_at, worded_at, version) values ('$comment', '$id', array['$comment'::uuid], '$comment', null, '$user', 'm', 'm', 1, 'published', true, now(), now(), 0)",
                "insert into comment (id, post_id, path, newest_first, answered_id, author_id, markdown, html, edition, state, shown, written_at, worded_at, version) values ('$answer', '$id', array['$comment', '$answer']::uuid[], '$answer', '$comment', '$user', 'm', 'm', 1, 'published', true, now(), now(), 0)",
                "insert into media (id, was, width, height, alt, bytes, uploaded_at) values ('$medium', 'jpeg', 4, 3, '', 5, now())",
                "update post_text set markdown = '![](/api/media/$medium/4.jpg)' where post_id = '$id'",
                "insert into comment_report values ('$comment', '$user', 'spam', '', false, now())",
        ].each { Databases.byHand(database, it as String) }
        node.get(Tallies).fold()
        assert Databases.ask(database, "select post_count from tag where id = '$tag'") == 1
        assert Databases.ask(database, "select post_count from category where id = '$category'") == 1
        Databases.byHand(database, "update post set trashed_at = now() where id = '$id'")

        expect: 'every table that speaks of posts has a row of this one'
        tablesOfPosts().every { table, column -> Databases.ask(database, "select count(*)::int from $table where $column = '$id'") > 0 }
        tablesOfPosts().size() >= 8

        when:
        transactions.write { trash.remove(posts.find(new PostKey.Id(id)).get()) }
        node.get(Tallies).fold()

        then:
        tablesOfPosts().every { table, column -> Databases.ask(database, "select count(*)::int from $table where $column = '$id'") == 0 }
        Databases.ask(database, 'select count(*)::int from comment_report') == 0
        Databases.ask(database, "select post_count from tag where id = '$tag'") == 0
        Databases.ask(database, "select post_count from category where id = '$category'") == 0
        node.get(Tallies).check() == 0
    }

    /** By their foreign keys, whoever added them. */
    private Map<String, String> tablesOfPosts() {
        database.connect(database.superuser()).withCloseable {
            DSL.using(it).fetch("""
                select c.conrelid::regclass::text as of, a.attname::text as by from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                where c.contype = 'f' and c.confrelid = 'post'::regclass""").collectEntries { row -> [row.get('of'), row.get('by')] }
        }
    }
}

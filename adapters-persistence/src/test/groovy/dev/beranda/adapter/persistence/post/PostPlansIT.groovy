package dev.beranda.adapter.persistence.post

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.application.post.PostOrder
import dev.beranda.application.post.PostReader.Selection
import dev.beranda.application.post.PostReader.Which
import dev.beranda.application.post.PostStatus
import dev.beranda.application.shared.PageRequest
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.fixture.People
import dev.beranda.domain.shared.Role
import dev.beranda.postgres.TestDatabase
import org.jooq.DSLContext
import org.jooq.ExecuteContext
import org.jooq.ExecuteListener
import org.jooq.impl.DSL
import org.jooq.impl.DefaultExecuteListenerProvider
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** That lists are found in indexes, in a house with many posts that everybody sees and few that nobody does. */
class PostPlansIT extends Specification {

    static final ALL = new Which(null, null, null, null, null)

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    def setupSpec() {
        Databases.byHand(database, """
            insert into post (id, slug, title, excerpt, own_excerpt, reading_minutes, stage, open_from, announced, trashed_at, created_at, updated_at, version)
            select gen_random_uuid(), 'post-' || i, 'Post ' || i, '', false, 1,
                case when i % 1000 = 1 then 'draft' when i % 1000 = 2 then 'withdrawn' else 'open' end,
                case when i % 1000 = 1 then null else timestamptz '2026-01-01' - i * interval '1 minute' end, true,
                case when i % 1000 = 3 then timestamptz '2026-02-02' end, timestamptz '2025-01-01', timestamptz '2025-01-01' + i * interval '1 minute', 0
            from generate_series(1, 20000) i""")
        Databases.byHand(database, 'analyze post')
    }

    def "an editor's list of what is #status does not look at what everybody sees"() {
        given:
        def statements = []
        def listener = new ExecuteListener() {
            @Override
            void executeStart(ExecuteContext execution) {
                statements << DSL.using(execution.configuration()).renderInlined(execution.query())
            }
        }
        def sql = DSL.using(node.get(DSLContext).configuration().derive(new DefaultExecuteListenerProvider(listener)))
        def reader = new JooqPostReader(sql, node.get(PostCards), node.get(PostChoice))
        def desk = new Selection.OnTheDesk(Writings.writer(People.newId(), Role.EDITOR), status)

        when:
        def page = reader.list(desk, ALL, PostOrder.NEWEST_FIRST, new PageRequest(10, null, false))
        def plan = node.get(DSLContext).fetch("explain ${statements.last()}".toString()).into(String).join('\n')

        then:
        page.items().size() == 10
        !plan.contains('Seq Scan on post')
        plan =~ /Scan.* on (post_hidden|post_trashed)|using (post_hidden|post_trashed)/

        where:
        status << [PostStatus.DRAFT, PostStatus.UNPUBLISHED, PostStatus.TRASHED]
    }
}

package dev.beranda.adapter.persistence.privacy

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.fixture.People
import dev.beranda.domain.user.UserId
import dev.beranda.postgres.TestDatabase
import org.jooq.SQLDialect
import org.jooq.impl.DSL
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/// Nobody is forgotten when something is added: every table, and every column of it, has somebody who says what it holds
/// about people and what becomes of that when they leave.
class HoldingsIT extends Specification {

    static final SECRET = ~/(?!passkey$).*(hash|secret|sealed|private|token|code|seed|digest|key).*/

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    List<Holding> holdings = node.all(Holdings)*.all().flatten()

    def "every table is somebody's, and everything they say is about a table"() {
        expect:
        tables - holdings*.table()*.name == []
        holdings*.table()*.name.unique() - tables == []
    }

    def "every column is told, or there is a reason why not"() {
        expect:
        holdings.findAll { !it.ofNobody }.groupBy { it.table().name }.every { table, ofTable ->
            assert columns(table) - ofTable*.told().flatten()*.name - ofTable*.enclosing().findAll { it.present }*.get()*.content()*.name - ofTable*.untold()*.keySet().flatten()*.name == []
            true
        }
    }

    def "whatever is not told, or stays, has a reason"() {
        expect:
        holdings*.untold()*.values().flatten().every { it }
        holdings*.fate().findAll { it instanceof Holding.Fate.Stays }.every { it.because() }
    }

    def "no secret is told"() {
        expect:
        holdings*.told().flatten().findAll { it.name ==~ SECRET || it.dataType.type == byte[] || it.type.methods*.name.contains('reveal') } == []
    }

    def "what is said to go with the person does: by a foreign key that cascades"() {
        expect:
        holdings.findAll { it.fate() instanceof Holding.Fate.Goes }*.table()*.name.unique() - goers - 'app_user' == []
    }

    def "what refers to a person goes, ends, or is about nobody: no foreign key stands in the way of leaving"() {
        expect:
        (referring - goers).every { table ->
            holdings.find { it.table().name == table }.fate() instanceof Holding.Fate.Ends
        }
    }

    def "every column that names a person says whose the rows are, or why they are not that one's"() {
        expect:
        naming.findAll { table, column -> !isSpokenFor(table, column) } == []
        holdings*.others()*.values().flatten().every { it }

        and: "no reason is left behind"
        holdings.collectMany { holding -> holding.others().keySet().collect { [holding.table().name, it.name] } } - naming == []
    }

    def "a column that names a person, and that nobody thought of, is noticed: #how"() {
        when:
        Databases.byHand(database, "alter table $table add column gardener_id uuid $how")

        then:
        naming.findAll { isSpokenFor(*it) == false } == [[table, 'gardener_id']]

        cleanup:
        Databases.byHand(database, "alter table $table drop column gardener_id")

        where:
        table     | how
        'session' | 'references app_user on delete cascade'
        'tag'     | 'references app_user on delete set null'
    }

    def "a table that nobody thought of is noticed"() {
        when:
        Databases.byHand(database, 'create table forgotten (user_id uuid references app_user)')

        then:
        tables - holdings*.table()*.name == ['forgotten']
        'forgotten' in referring - goers

        cleanup:
        Databases.byHand(database, 'drop table forgotten')
    }

    def "a column that nobody thought of is noticed"() {
        when:
        Databases.byHand(database, 'alter table app_user add column shoe_size int')

        then:
        columns('app_user') - holdings.find { it.table().name == 'app_user' }.with { it.told() + it.untold().keySet() }*.name == ['shoe_size']

        cleanup:
        Databases.byHand(database, 'alter table app_user drop column shoe_size')
    }

    /// By what the schema says, and by what the code says.
    private List<List<String>> getNaming() {
        def referring = query("""
                select conrelid::regclass::text || '.' || attname from pg_constraint
                join pg_attribute on attrelid = conrelid and attnum = any (conkey)
                where contype = 'f' and confrelid = 'app_user'::regclass""")*.tokenize('.')
        def typed = holdings*.table().unique().collectMany { table ->
            table.fields().findAll { it.type == UserId }.collect { [table.name, it.name] }
        }
        (referring + typed).unique()
    }

    private boolean isSpokenFor(String table, String column) {
        holdings.findAll { it.table().name == table }.any { holding ->
            holding.others().keySet()*.name.contains(column) ||
                    DSL.using(SQLDialect.POSTGRES).render(holding.about(People.newId())).contains("\"$table\".\"$column\"")
        }
    }

    private List<String> getTables() {
        query("select table_name from information_schema.tables where table_schema = 'public' and table_name not like 'flyway%'")
    }

    private List<String> columns(String table) {
        query("select column_name from information_schema.columns where table_schema = 'public' and table_name = '$table'")
    }

    /// By whatever path: what goes with what goes with the person is there too.
    private List<String> getGoers() {
        query("""
                with recursive gone (t) as (
                  select 'app_user'::regclass::oid
                  union
                  select conrelid from pg_constraint join gone on confrelid = t where contype = 'f' and confdeltype = 'c')
                select t::regclass::text from gone""")
    }

    private List<String> getReferring() {
        query("select distinct conrelid::regclass::text from pg_constraint where contype = 'f' and confrelid = 'app_user'::regclass")
    }

    private List<String> query(String text) {
        database.connect(database.superuser()).withCloseable { DSL.using(it).fetchValues(text) as List<String> }
    }
}

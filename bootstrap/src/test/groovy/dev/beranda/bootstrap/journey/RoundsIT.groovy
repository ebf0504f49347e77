package dev.beranda.bootstrap.journey

import dev.beranda.domain.media.Format
import dev.beranda.domain.media.MediaId
import dev.beranda.domain.media.Print
import dev.beranda.domain.media.Sheet
import dev.beranda.domain.media.Shelves
import dev.beranda.postgres.TestDatabase
import groovy.json.JsonOutput
import io.micronaut.scheduling.annotation.Scheduled
import java.time.Duration
import java.time.Instant
import org.jooq.impl.DSL
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/**
 * What a node looks after from time to time, with nobody asking it to: each round as the scheduler has it, and begun as the
 * scheduler begins it.
 */
class RoundsIT extends Specification {

    static final TIMES = [
        lookAfterKeys   : ['10m', '1h'],
        announcePremieres: ['1s', '1s'],
        emptyTrash      : ['12m', '10m'],
        carryOn         : ['1s', '1s'],
        addUp           : ['1s', '1s'],
        checkCounters   : ['5m', '10m'],
        forgetLeavers   : ['1m', '1m'],
        keepSitemap     : ['30s', '1m'],
        tidyUp          : ['15m', '1h'],
        collectStrays   : ['20m', '12h'],
    ]

    @Shared
    @AutoCleanup
    TestDatabase database = TestDatabase.fresh()

    @Shared
    Town.Node node = Town.open(database, Town.POSTMAN.settings)

    def cleanupSpec() {
        Town.close(node)
    }

    def "every round has its time, and there is no other"() {
        expect:
        scheduled.collectEntries { name, round ->
            [name, round.getAnnotationValuesByType(Scheduled).collectMany { [it.stringValue('initialDelay').get(), it.stringValue('fixedDelay').get()] }]
        } == TIMES
    }

    def "whose time is up is forgotten, whose is not stays"() {
        given:
        def (gone, staying) = [leaving(), leaving()]
        byHand("update app_user set leaves_at = now() - interval '1 second' where username = '$gone'")

        when:
        go('forgetLeavers')

        then:
        ask("select count(*) from app_user where username = '$gone'") == 0
        ask("select count(*) from app_user where username = '$staying'") == 1
    }

    def "whoever cannot be forgotten yet stands in nobody's way"() {
        given:
        def (first, second) = [leaving(), leaving()]
        byHand("update app_user set leaves_at = now() - interval '2 seconds' where username = '$first'")
        byHand("update app_user set leaves_at = now() - interval '1 second' where username = '$second'")
        byHand("""
                create function hold_on() returns trigger language plpgsql as 'begin raise exception ''not yet''; end';
                create trigger hold_on before delete on app_user for each row when (old.username = '$first') execute function hold_on()""")

        when:
        go('forgetLeavers')

        then:
        ask("select string_agg(username, ',') from app_user where username in ('$first', '$second')") == first

        when:
        byHand('drop trigger hold_on on app_user')
        go('forgetLeavers')

        then:
        ask("select count(*) from app_user where username = '$first'") == 0
    }

    def "what lay in the trash for long enough is gone"() {
        given:
        def ayu = author()
        def post = publish(ayu).id
        ayu.delete("/api/posts/$post")
        byHand("update post set trashed_at = now() - interval '31 days' where id = '$post'")

        when:
        go('emptyTrash')

        then:
        ask("select count(*) from post where id = '$post'") == 0
    }

    def "a counter that is wrong is put right"() {
        given:
        def post = publish(author()).id
        byHand("update post set like_count = 7 where id = '$post'")

        when:
        go('checkCounters')

        then:
        ask("select like_count from post where id = '$post'") == 0
    }

    def "the map of the site says when something changed"() {
        given:
        def post = publish(author()).id
        byHand("update sitemap_part set changed_at = '2020-01-01'")

        when:
        go('keepSitemap')

        then:
        ask("select max(changed_at) = (select updated_at from post where id = '$post') from sitemap_part")
    }

    def "what nobody needs any more is tidied up"() {
        given:
        byHand("insert into vanished_session values (gen_random_uuid(), now() - interval '25 hours')")

        when:
        go('tidyUp')

        then:
        ask("select count(*) from vanished_session where vanished_at < now() - interval '1 day'") == 0
    }

    def "bytes that nobody knows of are thrown away"() {
        given:
        def shelves = node.house.application().getBean(Shelves)
        def stray = new MediaId(new UUID(Instant.now().minus(Duration.ofDays(2)).toEpochMilli() << 16 | 0x7000, Long.MIN_VALUE | 7))
        shelves.put(stray, [new Sheet(8, 8, Format.PNG, 'stray'.bytes)])

        when:
        go('collectStrays')

        then:
        shelves.find(stray, new Print(8, 8, Format.PNG, 5)).empty
    }

    def "there is a key to sign with tomorrow"() {
        given:
        byHand('delete from signing_key')

        when:
        go('lookAfterKeys')

        then:
        ask('select count(*) from signing_key') > 0
    }

    def "what was begun by a node that died is carried on, with nobody beginning it; what cannot be stands in nobody's way"() {
        given:
        def ayu = author()
        def (one, other, kept) = [publish(ayu), publish(ayu, [tags: ['Kopi']]), publish(ayu)]*.id
        byHand("""
                insert into category (id, slug, name, leaving, created_at, version) values ('$other', 'gone', 'Gone', true, now(), 0);
                update post set category_id = '$other' where id = '$other'""")
        byHand("""
                create function not_yet() returns trigger language plpgsql as 'begin raise exception ''not yet''; end';
                create trigger not_yet before delete on post for each row when (old.id = '$kept') execute function not_yet()""")

        when:
        byHand("update tag set leaving = true where name = 'Kopi'")
        byHand("update post set discarded = true, trashed_at = now() where id in ('$one', '$kept')")

        then:
        JourneySpecification.soon { ask("select count(*) from post where id = '$one'") == 0 }
        JourneySpecification.soon { ask("select count(*) from category where id = '$other'") == 0 }
        JourneySpecification.soon { ask("select count(*) from tag where name = 'Kopi'") == 0 }
        ask("select count(*) from post_tag where post_id = '$other'") == 0

        when:
        byHand('drop trigger not_yet on post')

        then:
        JourneySpecification.soon { ask("select count(*) from post where id = '$kept'") == 0 }
    }

    def "what has to be done at once is, with nobody beginning it: posts are announced when their moment comes, and likes added up"() {
        given:
        def ayu = author()
        def post = publish(ayu, [:]).id
        assert ayu.post("/api/posts/$post/publish", [at: Instant.now().plusMillis(1200).toString()]).body.status == 'scheduled'
        def liked = publish(ayu).id
        byHand("insert into post_like select '$liked', id, now() from app_user limit 1")

        expect:
        JourneySpecification.soon { ask("select like_count from post where id = '$liked'") == 1 }
        JourneySpecification.soon { ask("select count(*) from outbox where type = 'post.published' and payload ->> 'post' = '$post'") == 1 }
    }

    private Visitor visitor() {
        new Visitor(node.uri, JourneySpecification.description(node.uri))
    }

    private Visitor author() {
        def person = visitor()
        def account = person.register()
        byHand("update app_user set role = 'author' where username = '$account.username'")
        person.logIn(account)
        person
    }

    private static Map publish(Visitor author, Map<String, ?> wishes = [status: 'published']) {
        def answer = author.post('/api/posts', [title: "A walk ${UUID.randomUUID()}".toString(), body_markdown: 'It rained.'] + wishes)
        assert answer.status == 201: answer
        answer.body
    }

    private String leaving() {
        def person = visitor()
        def account = person.register()
        person.logIn(account)
        assert person.send('DELETE', '/api/me', JsonOutput.toJson([password: account.password]).bytes, ['Content-Type': 'application/json']).status == 202
        account.username
    }

    private Map<String, ?> getScheduled() {
        definition.executableMethods.findAll { it.hasAnnotation(Scheduled) }.collectEntries { [it.methodName, it] }
    }

    private void go(String round) {
        def method = scheduled[round]
        assert method: "$round is never begun"
        method.invoke(node.house.application().getBean(definition))
    }

    private getDefinition() {
        node.house.application().getBeanDefinition(Class.forName('dev.beranda.bootstrap.running.Rounds'))
    }

    private void byHand(String statement) {
        database.connect(database.superuser()).withCloseable { DSL.using(it).execute(statement) }
    }

    private Object ask(String question) {
        database.connect(database.superuser()).withCloseable { DSL.using(it).fetchValue(question) }
    }
}

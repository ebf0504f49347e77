package dev.beranda.adapter.persistence.comment

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.adapter.persistence.tally.Tallies
import dev.beranda.domain.comment.Comments
import dev.beranda.domain.comment.CommentsContract
import dev.beranda.domain.comment.Concern
import dev.beranda.domain.comment.Gist
import dev.beranda.domain.comment.Precedents
import dev.beranda.domain.comment.Reports
import dev.beranda.domain.comment.Standing
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.fixture.Remarks
import dev.beranda.domain.post.Posts
import dev.beranda.domain.privacy.PersonalRecords
import dev.beranda.domain.shared.Prose
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqCommentsIT extends CommentsContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    @Shared
    @AutoCleanup
    Node otherNode = Node.on(database)

    Comments comments = node.get(Comments)
    Reports reports = node.get(Reports)
    Precedents precedents = node.get(Precedents)
    Posts posts = node.get(Posts)
    Users users = node.get(Users)
    Transactions transactions = node.get(Transactions)

    def editor = Remarks.participant(ayu.id(), Role.EDITOR)

    def cleanup() {
        Databases.empty(database)
    }

    def "a post knows how many comments everybody reads, and that is no save of it"() {
        given:
        def comment = said(ayu)
        said(budi)
        def held = said(budi, standing: new Standing.Held(Concern.NEWCOMER))

        expect:
        counted() == 2

        when:
        def approved = write { comments.save(held.approve(editor, now).comment()) }

        then:
        counted() == 3

        when:
        write { comments.save(approved.markAsSpam(editor, now).comment()) }
        write { comments.save(comment.delete(editor, now).comment()) }

        then:
        counted() == 1
        node.get(Tallies).check() == 0
        Databases.ask(database, 'select version from post') == 0
    }

    def "who answers what goes in the meantime lost a race"() {
        given:
        def parent = said(ayu)
        Databases.byHand(database, "delete from comment where id = '${parent.id()}'")

        when:
        answered(parent, budi)

        then:
        thrown(StaleAggregate)
    }

    def "what everybody reads stays when its author leaves, under nobody's name; of the rest, only the place"() {
        given:
        def out = said(budi)
        def held = said(budi, text: TELLING, standing: new Standing.Held(Concern.REPORTS))
        def answer = answered(held, ayu)
        file(said(ayu), budi)

        when:
        write { node.get(PersonalRecords).forget(budi.id()) }

        then:
        comments.find(out.id()).get().with { !author().is(budi.id()) && text() == out.text() && published }
        comments.find(held.id()).get().with { !author().is(budi.id()) && text().isBlank() && standing() instanceof Standing.Deleted }
        comments.find(answer.id()).get() == answer
        found(ayu.id(), TELLING).others() == 0
        Databases.ask(database, 'select count(*) from comment_report') == 0
        counted() == 3
    }

    def "what somebody said is told them, and what they complained about"() {
        given:
        def comment = said(budi)
        file(said(ayu), budi)
        def told = []

        when:
        node.get(PersonalRecords).tell(budi.id()) { told << it }

        then:
        told.findAll { it.toString().contains('comment') }.toString().contains(comment.id().toString())
        told.toString().contains('Well said.')
        told.toString().contains('Rude.')
    }

    def "of fifty who say #what at one moment, on two nodes, each finds all before them"() {
        given:
        def people = (1..50).collect { somebody() }

        when:
        def found = Race.of(50) { i ->
            def there = [node, otherNode][i % 2]
            def by = one ? people[0] : people[i]
            there.get(Transactions).write {
                def before = there.get(Precedents).of(by.id(), Gist.of(new Prose(words ?: "Voice $i")), Remarks.newId(), now - Duration.ofMinutes(10), now - Duration.ofDays(1))
                def comment = Remarks.said(post.id(), by.id(), text: words ?: "Voice $i".toString(), at: now)
                there.get(Comments).add(comment, Remarks.typeset(comment))
                before
            }
        }

        then:
        found.collect { one ? it.own() : it.others() }.sort() == 0..49
        !words || !one || found*.ownAlike().sort() == 0..49

        where:
        what                      | one   | words
        'the same, each once'     | false | TELLING
        'the same under one name' | true  | TELLING
        'anything under one name' | true  | null
    }

    private int counted() {
        node.get(Tallies).fold()
        Databases.ask(database, 'select comment_count from post') as int
    }
}

package dev.beranda.adapter.persistence.retry

import static dev.beranda.domain.fixture.People.NOW

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.retry.Answers
import dev.beranda.domain.retry.Answers.Claim
import dev.beranda.domain.retry.AnswersContract
import dev.beranda.domain.retry.Attempt
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqAnswersIT extends AnswersContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Answers answers = node.get(Answers)
    Users users = node.get(Users)
    Transactions transactions = node.get(Transactions)

    def "nobody sees what was done before they can see what was answered"() {
        given:
        answers.claim(attempt, mine, NOW)

        when:
        transactions.gather({ transactions.write { users.add(ayu) } }) {
            answers.keep(attempt, mine, answer, NOW)
            assert elsewhere { users.find(ayu.id()).empty }
        }

        then:
        users.find(ayu.id()).present
        answers.claim(attempt, other, NOW) instanceof Claim.Answered
    }

    def "whose claim lapsed while they were at it has done nothing"() {
        given:
        answers.claim(attempt, mine, NOW)

        when:
        transactions.gather({
            transactions.write { users.add(ayu) }
            assert elsewhere { answers.claim(attempt, other, NOW + Answers.CLAIM) } == new Claim.Yours()
        }) { answers.keep(attempt, mine, answer, NOW + Answers.CLAIM) }

        then:
        thrown(StaleAggregate)
        users.find(ayu.id()).empty
    }

    def "whose claim lapses while the answer is being kept has answered"() {
        given:
        answers.claim(attempt, mine, NOW)
        def late = null

        when:
        transactions.gather({ transactions.write { users.add(ayu) } }) {
            answers.keep(attempt, mine, answer, NOW)
            late = Thread.startVirtualThread { late = answers.claim(attempt, other, NOW + Answers.CLAIM) }
            sleep(200)
            assert late instanceof Thread
        }
        (1..100).find { late instanceof Claim ?: sleep(20) }

        then:
        late instanceof Claim.Answered
        users.find(ayu.id()).present
    }

    def "an answer goes with whom it was given to"() {
        given:
        users.add(ayu)
        def hers = new Attempt(attempt.name(), 'content', Optional.of(ayu.id()))
        answers.claim(hers, mine, NOW)
        answers.keep(hers, mine, answer, NOW)

        when:
        Databases.byHand(database, "delete from app_user where id = '${ayu.id()}'")

        then:
        answers.claim(hers, other, NOW) == new Claim.Yours()

        cleanup:
        Databases.byHand(database, 'truncate kept_answer')
    }

    def "an answer by which somebody came to be is theirs, and goes with them"() {
        given:
        answers.claim(attempt, mine, NOW)
        transactions.gather({ transactions.write { users.add(ayu) } }) { answers.keep(attempt, mine, answer.to(ayu.id()), NOW) }

        expect:
        Databases.ask(database, "select user_id from kept_answer where name = '${attempt.name()}'") == ayu.id().value()
        answers.claim(attempt, other, NOW) instanceof Claim.Answered

        when:
        Databases.byHand(database, "delete from app_user where id = '${ayu.id()}'")

        then:
        answers.claim(attempt, other, NOW) == new Claim.Yours()

        cleanup:
        Databases.byHand(database, 'truncate kept_answer')
    }

    private static <T> T elsewhere(Closure<T> look) {
        Race.of(1) { look() }.first()
    }
}

package dev.beranda.domain.retry

import static dev.beranda.domain.fixture.People.NOW

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.retry.Answers.Claim
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.user.Users
import spock.lang.Specification

abstract class AnswersContract extends Specification {

    abstract Answers getAnswers()

    abstract Users getUsers()

    def ayu = People.somebody()
    def attempt = new Attempt('name ' + UUID.randomUUID(), 'content', Optional.empty())
    def answer = new Answer(201, [Location: '/api/things/1', ETag: '"1"'], '{"a":1}'.bytes)
    def mine = UUID.randomUUID()
    def other = UUID.randomUUID()

    def "of many who ask at once one begins, and the others learn that somebody is at it"() {
        when:
        def claims = Race.of(20) { answers.claim(attempt, UUID.randomUUID(), NOW) }

        then:
        claims.count { it == new Claim.Yours() } == 1
        claims.count { it == new Claim.Taken() } == 19
    }

    def "what was kept is told to whoever asks again, to the letter"() {
        given:
        answers.claim(attempt, mine, NOW)
        answers.keep(attempt, mine, answer, NOW)

        when:
        def again = answers.claim(attempt, other, NOW + Answers.KEPT.minusMillis(1)) as Claim.Answered

        then:
        again.answer().status() == 201
        again.answer().head() == answer.head()
        again.answer().body() == answer.body()
    }

    def "an answer to somebody known is kept too"() {
        given:
        users.add(ayu)
        def hers = new Attempt(attempt.name(), 'content', Optional.of(ayu.id()))
        answers.claim(hers, mine, NOW)
        answers.keep(hers, mine, answer, NOW)

        expect:
        answers.claim(hers, other, NOW) instanceof Claim.Answered
    }

    def "an answer of no words is one"() {
        given:
        answers.claim(attempt, mine, NOW)
        answers.keep(attempt, mine, new Answer(202, [:], new byte[0]), NOW)

        expect:
        (answers.claim(attempt, other, NOW) as Claim.Answered).answer().body().length == 0
    }

    def "another content by the same name is noticed, answered or not"() {
        given:
        def changed = new Attempt(attempt.name(), 'other content', Optional.empty())
        answers.claim(attempt, mine, NOW)
        if (answered) {
            answers.keep(attempt, mine, answer, NOW)
        }

        expect:
        answers.claim(changed, other, NOW) == new Claim.OtherContent()

        where:
        answered << [false, true]
    }

    def "an answer is forgotten after its time: the name may be used anew"() {
        given:
        answers.claim(attempt, mine, NOW)
        answers.keep(attempt, mine, answer, NOW)

        expect:
        answers.claim(new Attempt(attempt.name(), 'other content', Optional.empty()), other, NOW + Answers.KEPT) == new Claim.Yours()
        answers.claim(attempt, mine, NOW + Answers.KEPT) == new Claim.OtherContent()
    }

    def "a claim that was left lapses, and who left it cannot answer any more"() {
        given:
        answers.claim(attempt, mine, NOW)

        expect:
        answers.claim(attempt, other, NOW + Answers.CLAIM.minusMillis(1)) == new Claim.Taken()
        answers.claim(attempt, other, NOW + Answers.CLAIM) == new Claim.Yours()

        when:
        answers.keep(attempt, mine, answer, NOW + Answers.CLAIM)

        then:
        thrown(StaleAggregate)
    }

    def "what is released may be begun by the next; only one's own is"() {
        given:
        answers.claim(attempt, mine, NOW)

        when:
        answers.release(attempt, other)

        then:
        answers.claim(attempt, other, NOW) == new Claim.Taken()

        when:
        answers.release(attempt, mine)

        then:
        answers.claim(attempt, other, NOW) == new Claim.Yours()
    }

    def "what was answered is not released"() {
        given:
        answers.claim(attempt, mine, NOW)
        answers.keep(attempt, mine, answer, NOW)

        when:
        answers.release(attempt, mine)

        then:
        answers.claim(attempt, other, NOW) instanceof Claim.Answered
    }
}

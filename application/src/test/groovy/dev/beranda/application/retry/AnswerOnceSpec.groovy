package dev.beranda.application.retry

import static dev.beranda.domain.fixture.People.NOW

import dev.beranda.application.retry.AnswerOnce.Outcome
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.SettableClock
import dev.beranda.domain.retry.Answer
import dev.beranda.domain.retry.Answers
import dev.beranda.domain.retry.Attempt
import dev.beranda.domain.retry.FakeAnswers
import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.SequentialUuids
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.user.FakeUsers
import spock.lang.Specification

class AnswerOnceSpec extends Specification {

    def users = new FakeUsers()
    def answers = new FakeAnswers()
    def transactions = new FakeTransactions(users, answers)
    def clock = new SettableClock(NOW)
    def once = new AnswerOnce(answers, transactions, new SequentialUuids(), clock)
    def attempt = new Attempt('name', 'content', Optional.empty())
    def ayu = People.somebody()
    def times = 0

    def "what is asked for again is done once, and told the same"() {
        when:
        def told = (1..3).collect { once.answer(attempt) { adding(201) } as Outcome.Told }

        then:
        times == 1
        told*.answer()*.body()*.toList().toSet().size() == 1
        users.find(ayu.id()).present
    }

    def "an answer that says nothing final is not kept: #status"() {
        when:
        2.times { once.answer(attempt) { adding(status) } }

        then:
        times == runs

        where:
        status || runs
        200    || 1
        404    || 1
        409    || 1
        401    || 2
        403    || 2
        429    || 2
        500    || 2
        503    || 2
    }

    def "to whom a wrong form is told for good: #status to #who"() {
        given:
        def attempt = new Attempt('name', 'content', caller)

        when:
        2.times { once.answer(attempt) { adding(status) } }

        then:
        times == runs

        where:
        who             | caller                             | status || runs
        'somebody known' | Optional.of(People.somebody().id()) | 400    || 1
        'somebody known' | Optional.of(People.somebody().id()) | 422    || 1
        'a stranger'    | Optional.empty()                   | 400    || 2
        'a stranger'    | Optional.empty()                   | 422    || 2
    }

    def "where the work breaks down nothing has happened, and the next may begin"() {
        when:
        once.answer(attempt) {
            adding(201)
            throw new IllegalArgumentException('no')
        }

        then:
        thrown(IllegalArgumentException)
        users.find(ayu.id()).empty

        expect:
        once.answer(attempt) { adding(201) } instanceof Outcome.Told
    }

    def "who lost a race too often has been told nothing final, and may ask again by the same name"() {
        when:
        once.answer(attempt) {
            adding(201)
            throw new StaleAggregate('A post')
        }

        then:
        thrown(StaleAggregate)
        users.find(ayu.id()).empty

        when:
        def told = (1..2).collect { once.answer(attempt) { adding(201) } as Outcome.Told }

        then:
        told*.answer()*.status() == [201, 201]
        times == 2
    }

    def "while one is at it the next is told so"() {
        given:
        Outcome meanwhile = null

        when:
        once.answer(attempt) {
            meanwhile = once.answer(attempt) { adding(201) }
            adding(201)
        }

        then:
        meanwhile == new Outcome.UnderWay()
        times == 1
    }

    def "something else by the same name is not done"() {
        given:
        once.answer(attempt) { adding(201) }

        expect:
        once.answer(new Attempt('name', 'other content', Optional.empty())) { adding(201) } == new Outcome.NameUsedOtherwise()
        times == 1
    }

    def "who took so long that another began has done nothing"() {
        when:
        once.answer(attempt) {
            clock.goOn(Answers.CLAIM)
            answers.claim(attempt, UUID.randomUUID(), clock.instant())
            adding(201)
        }

        then:
        thrown(StaleAggregate)
        users.find(ayu.id()).empty
    }

    private Answer adding(int status) {
        times++
        transactions.write { users.add(ayu) }
        new Answer(status, [:], "$times".bytes)
    }
}

package dev.beranda.postgres

import spock.lang.Specification

class BackoffSpec extends Specification {

    def backoff = new Backoff()

    def "what fails again and again is tried at once, then ever less often, but never given up"() {
        when:
        def rounds = (0..50).findAll { backoff.isTime() }

        then:
        rounds == [0, 1, 3, 7, 15, 25, 35, 45]
    }

    def "what goes well for a while is tried at once the next time, and not before: #quiet rounds"() {
        given:
        5.times { backoff.isTime() }

        when:
        quiet.times { backoff.quietRound() }

        then:
        backoff.isTime() == atOnce

        where:
        quiet || atOnce
        9     || false
        10    || true
    }

    def "rounds that go well count in a row"() {
        given:
        5.times { backoff.isTime() }

        when:
        9.times { backoff.quietRound() }
        backoff.isTime()
        9.times { backoff.quietRound() }

        then:
        !backoff.isTime()
    }

    def "it says when"() {
        when:
        3.times { backoff.isTime() }

        then:
        "$backoff" == "trying again in 2 s"
    }
}

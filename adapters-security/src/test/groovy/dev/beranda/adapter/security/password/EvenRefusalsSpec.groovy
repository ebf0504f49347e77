package dev.beranda.adapter.security.password

import spock.lang.Specification

import java.time.Duration

class EvenRefusalsSpec extends Specification {

    EvenRefusals refusals = new EvenRefusals(Duration.ofNanos(100))

    def "a NO is told at the next full step"() {
        expect:
        elapsed + refusals.left(elapsed) == told

        where:
        elapsed || told
        1       || 100
        99      || 100
        100     || 100
        101     || 200
        250     || 300
    }

    def "a NO is never told before the dearest kind of hash could have been computed, with some room"() {
        given:
        refusals.took('quick', 10)
        refusals.took('slow', slow)

        expect:
        elapsed + refusals.left(elapsed) == told

        where:
        slow | elapsed || told
        70   | 12      || 100
        80   | 12      || 100
        95   | 12      || 200
        95   | 95      || 200
        95   | 105     || 200
        310  | 12      || 400
        310  | 320     || 400
        310  | 401     || 500
    }

    def "a slow moment of the machine does not make a kind dear"() {
        given:
        [400, 30, 350].each { refusals.took('usual', it) }

        expect:
        refusals.left(1) == 99
    }

    def "it does not remember kinds without end"() {
        given:
        (1..64).each { refusals.took("kind $it", 1) }
        refusals.took('one too many', 1000)
        refusals.took('kind 64', 1)

        expect:
        refusals.left(1) == 99
    }

    def "without steps a NO is told at once"() {
        when:
        new EvenRefusals(Duration.ZERO).await(System.nanoTime())

        then:
        noExceptionThrown()
    }

    def "who is interrupted waits no longer"() {
        given:
        Thread.currentThread().interrupt()

        when:
        new EvenRefusals(Duration.ofDays(1)).await(System.nanoTime())

        then:
        Thread.interrupted()
    }
}

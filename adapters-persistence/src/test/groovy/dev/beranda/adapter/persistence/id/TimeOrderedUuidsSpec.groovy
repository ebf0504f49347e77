package dev.beranda.adapter.persistence.id

import dev.beranda.domain.fixture.Race
import dev.beranda.domain.fixture.SettableClock
import java.time.Duration
import spock.lang.Specification

class TimeOrderedUuidsSpec extends Specification {

    def clock = new SettableClock()
    def uuids = new TimeOrderedUuids(clock)

    def "they are of version 7 and say when they were made"() {
        given:
        def uuid = uuids.next()

        expect:
        uuid.version() == 7
        uuid.variant() == 2
        millisecond(uuid) == clock.millis()
    }

    def "they grow within a millisecond, however many there are, and over time"() {
        when:
        def made = (1..10_000).collect { uuids.next() }
        clock.goOn(Duration.ofSeconds(1))
        made << uuids.next()

        then:
        made*.toString() == made*.toString().sort(false)
        made.toSet().size() == 10_001
        millisecond(made.last()) == clock.millis()
    }

    def "they go on growing when the clock is set back"() {
        given:
        def before = uuids.next()

        when:
        clock.goOn(Duration.ofHours(-1))

        then:
        uuids.next().toString() > before.toString()
    }

    def "many at once get different ones"() {
        when:
        def made = Race.of(50) { (1..200).collect { uuids.next() } }.flatten()

        then:
        made.toSet().size() == 10_000
    }

    def "two nodes that have the same time make different ones"() {
        given:
        def other = new TimeOrderedUuids(clock)

        expect:
        (1..1000).collect { uuids.next().leastSignificantBits }
                .disjoint((1..1000).collect { other.next().leastSignificantBits })
    }

    private static long millisecond(UUID uuid) {
        return uuid.mostSignificantBits >>> 16
    }
}

package dev.beranda.adapter.persistence.time

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.SettableClock
import java.time.Duration
import java.time.ZoneId
import spock.lang.Specification

class DatabaseClockSpec extends Specification {

    static final QUICK = Duration.ofMillis(2)

    def system = new SettableClock()
    def clock = new DatabaseClock(system)

    def "until it was measured it is the system's"() {
        expect:
        clock.instant() == People.NOW
        clock.skew() == Duration.ZERO
    }

    def "it is the database's, whatever the system's says: #skew"() {
        when:
        clock.observe(system.instant().plus(skew).minusMillis(1), QUICK)

        then:
        clock.instant() == People.NOW.plus(skew)
        clock.skew() == skew

        where:
        skew << ['PT30S', 'PT-30S', 'PT10M', 'PT-1H', 'PT0.000001S'].collect { Duration.parse(it) }
    }

    def "a slow answer does not blur a quick one that it does not contradict"() {
        given:
        clock.observe(system.instant().plusMillis(499), QUICK)

        when:
        clock.observe(system.instant(), Duration.ofSeconds(1))

        then:
        clock.skew() == Duration.ofMillis(500)
    }

    def "a quicker answer is better"() {
        given:
        clock.observe(system.instant(), Duration.ofSeconds(1))

        when:
        clock.observe(system.instant().plusMillis(599), QUICK)

        then:
        clock.skew() == Duration.ofMillis(600)
    }

    def "when either clock was set, the next answer shows it, be it slow"() {
        given:
        clock.observe(system.instant().minusMillis(1), QUICK)

        when:
        system.goOn(Duration.ofHours(-1))
        clock.observe(People.NOW.minusMillis(50), Duration.ofMillis(100))

        then:
        clock.instant() == People.NOW
    }

    def "it is no finer than what the database keeps"() {
        when:
        system.goOn(Duration.ofNanos(123_456_789))

        then:
        clock.instant() == People.NOW.plusNanos(123_456_000)
    }

    def "in another zone it is the same time"() {
        given:
        def jakarta = clock.withZone(ZoneId.of('Asia/Jakarta'))

        when:
        clock.observe(system.instant().plusSeconds(5), Duration.ZERO)

        then:
        jakarta.instant() == People.NOW.plusSeconds(5)
        jakarta.zone == ZoneId.of('Asia/Jakarta')
    }
}

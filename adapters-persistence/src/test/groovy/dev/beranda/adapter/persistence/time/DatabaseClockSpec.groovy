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
        measure(QUICK, skew)

        then:
        clock.instant() == system.instant().plus(skew)
        clock.skew() == skew

        where:
        skew << ['PT30S', 'PT-30S', 'PT10M', 'PT-1H', 'PT0.000001S'].collect { Duration.parse(it) }
    }

    def "a slow answer does not blur a quick one that it does not contradict"() {
        given:
        measure(QUICK, Duration.ofMillis(500))

        when:
        measure(Duration.ofSeconds(1), Duration.ofMillis(800))

        then:
        clock.skew() == Duration.ofMillis(500)
    }

    def "a quicker answer is better"() {
        given:
        measure(Duration.ofSeconds(1), Duration.ofMillis(500))

        when:
        measure(QUICK, Duration.ofMillis(600))

        then:
        clock.skew() == Duration.ofMillis(600)
    }

    def "when either clock was set, the next answer shows it, be it slow"() {
        given:
        measure(QUICK, Duration.ZERO)

        when:
        system.goOn(Duration.ofHours(-1))
        measure(Duration.ofMillis(100), Duration.ofHours(1))

        then:
        clock.skew() == Duration.ofHours(1)
    }

    def "a pause on the way there or back blurs an answer and does not move the clock: #there, #back"() {
        given:
        measure(QUICK, Duration.ofMillis(500))

        when:
        clock.ask {
            system.goOn(there)
            def time = system.instant().plusMillis(500)
            system.goOn(back)
            time
        }

        then:
        clock.skew() == Duration.ofMillis(500)

        where:
        there                  | back
        Duration.ofMillis(900) | Duration.ofMillis(1)
        Duration.ofMillis(1)   | Duration.ofMillis(900)
    }

    def "a clock that is set back while it asks learns nothing, and the next time what is true"() {
        given:
        measure(QUICK, Duration.ofMillis(500))

        when:
        clock.ask {
            system.goOn(Duration.ofMinutes(-1))
            People.NOW
        }

        then:
        clock.skew() == Duration.ofMillis(500)

        when:
        measure(QUICK, Duration.ofMinutes(1))

        then:
        clock.skew() == Duration.ofMinutes(1)
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
        measure(Duration.ZERO, Duration.ofSeconds(5))

        then:
        jakarta.instant() == system.instant().plusSeconds(5)
        jakarta.zone == ZoneId.of('Asia/Jakarta')
    }

    private void measure(Duration roundTrip, Duration ahead) {
        clock.ask {
            system.goOn(roundTrip.dividedBy(2))
            def time = system.instant().plus(ahead)
            system.goOn(roundTrip.dividedBy(2))
            time
        }
    }
}

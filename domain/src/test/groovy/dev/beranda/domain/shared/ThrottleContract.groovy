package dev.beranda.domain.shared

import dev.beranda.domain.fixture.Race
import dev.beranda.domain.fixture.SettableClock
import dev.beranda.domain.shared.Throttle.Allowance
import dev.beranda.domain.shared.Throttle.Verdict.Allowed
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted
import java.time.Duration
import spock.lang.Specification

abstract class ThrottleContract extends Specification {

    static final FIVE = new Allowance('front-door', 5, Duration.ofMinutes(5))

    /// The one the throttle goes by.
    abstract SettableClock getClock()

    abstract Throttle getThrottle()

    def subject = UUID.randomUUID().toString()

    def "so many attempts are allowed, each leaving one less, and then no more"() {
        expect:
        (1..5).collect { throttle.take(FIVE, subject) } == [4, 3, 2, 1, 0].collect { new Allowed(it) }
        throttle.take(FIVE, subject) == new Exhausted(Duration.ofMinutes(1))
    }

    def "they come back one by one"() {
        given:
        5.times { throttle.take(FIVE, subject) }

        when:
        clock.goOn(Duration.ofSeconds(59))

        then:
        throttle.take(FIVE, subject) == new Exhausted(Duration.ofSeconds(1))

        when:
        clock.goOn(Duration.ofSeconds(1))

        then:
        throttle.take(FIVE, subject) == new Allowed(0)
        throttle.take(FIVE, subject) instanceof Exhausted
    }

    def "an attempt that was refused costs nothing"() {
        given:
        25.times { throttle.take(FIVE, subject) }

        when:
        clock.goOn(Duration.ofMinutes(1))

        then:
        throttle.take(FIVE, subject) == new Allowed(0)
    }

    def "after the whole period there are as many as at first, and not more"() {
        given:
        5.times { throttle.take(FIVE, subject) }

        when:
        clock.goOn(Duration.ofHours(5))

        then:
        throttle.take(FIVE, subject) == new Allowed(4)
    }

    def "what was given back can be taken again"() {
        given:
        5.times { throttle.take(FIVE, subject) }

        when:
        throttle.giveBack(FIVE, subject)

        then:
        throttle.take(FIVE, subject) == new Allowed(0)
        throttle.take(FIVE, subject) instanceof Exhausted
    }

    def "nobody gains by giving back what they never took"() {
        given:
        3.times { throttle.giveBack(FIVE, subject) }

        expect:
        throttle.take(FIVE, subject) == new Allowed(4)
    }

    def "everybody has their own, at every door"() {
        given:
        5.times { throttle.take(FIVE, subject) }

        expect:
        throttle.take(FIVE, subject + 'x') == new Allowed(4)
        throttle.take(new Allowance('back-door', 5, Duration.ofMinutes(5)), subject) == new Allowed(4)
    }

    def "a burst gains nothing"() {
        when:
        def verdicts = Race.of(200) { throttle.take(FIVE, subject) }

        then:
        verdicts.count { it instanceof Allowed } == 5
        verdicts.count { it instanceof Exhausted } == 195
    }
}

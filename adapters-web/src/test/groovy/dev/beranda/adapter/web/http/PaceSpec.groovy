package dev.beranda.adapter.web.http

import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification

class PaceSpec extends Specification {

    static final long SECOND = Duration.ofSeconds(1).toNanos()

    def pace = new Pace(limits())

    def "a body is looked at once in a spell, and goes on while it brings something in each"() {
        given:
        pace.begin(5 * SECOND)

        expect:
        pace.due(0) == 15 * SECOND
        !pace.isTooSlow(15 * SECOND, 1000)
        pace.due(1000) == 25 * SECOND
        pace.isTooSlow(25 * SECOND, 1999)
    }

    def "all in all it keeps the pace of a slow line, once its grace is over: #size bytes after #seconds s"() {
        given:
        pace.begin(0)

        expect:
        pace.due(size) <= seconds * SECOND
        pace.isTooSlow(seconds * SECOND, size) == tooSlow

        where:
        size      | seconds || tooSlow
        10_000    | 60      || false
        10_000    | 62      || true
        100_000   | 60      || false
        100_000   | 72      || false
        100_000   | 73      || true
        1_000_000 | 182     || false
        1_000_000 | 183     || true
    }

    def "so every body has an end, by its greatest size: #most bytes"() {
        given:
        pace.begin(0)

        expect:
        pace.isTooSlow(Duration.parse(end).toNanos(), most)

        where:
        most                 || end
        1_000_000            || 'PT3M3S'
        5_000_000            || 'PT11M11S'
        2_000_000_000        || 'PT68H'
    }

    def "a new body has a grace of its own"() {
        given:
        pace.begin(0)
        pace.begin(100 * SECOND)

        expect:
        pace.due(0) == 110 * SECOND
        !pace.isTooSlow(110 * SECOND, 1000)
    }

    private static HttpLimits limits() {
        def (second, mega) = [Duration.ofSeconds(1), 1_000_000]
        new HttpLimits(
                second, Duration.ofSeconds(10), 100, Duration.ofSeconds(60), 8192, mega, mega, mega, mega, Path.of('.'), mega, mega,
                second, second, second, 10, 10)
    }
}

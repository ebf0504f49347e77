package dev.beranda.adapter.security.password

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Requires
import spock.lang.Specification

@Requires({ os.linux })
class CourtesySpec extends Specification {

    def "whoever hashes lets everybody else go first"() {
        given:
        def pool = new HashingPool(1, 1, Duration.ofSeconds(1))

        expect:
        pool.run { niceness() } == Courtesy.NICENESS
        niceness() == 0

        cleanup:
        pool?.close()
    }

    private static int niceness() {
        Files.readString(Path.of('/proc/thread-self/stat')).replaceAll(/.*\) /, '').tokenize(' ')[16] as int
    }
}

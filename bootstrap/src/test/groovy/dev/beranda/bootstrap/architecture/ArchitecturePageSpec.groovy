package dev.beranda.bootstrap.architecture

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** Who reads about the rules reads about those there are. */
class ArchitecturePageSpec extends Specification {

    static final LISTED = (Files.readString(Path.of('../docs/architecture.md')) =~ /(?m)^\| (\d+ .+?) \|/).collect { it[1] }

    def "every rule is on the page, and every rule on the page is held"() {
        expect:
        LISTED.toSorted() == HouseRules.ALL*.name.toSorted()
    }
}

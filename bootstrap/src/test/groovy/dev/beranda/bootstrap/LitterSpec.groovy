package dev.beranda.bootstrap

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** What tests put into the folder for temporary things is taken away by them, also when they fail. */
class LitterSpec extends Specification {

    /** Who looks after folders of their own; everybody else has Spock's `@TempDir`. */
    private static final Map<String, String> CARETAKERS = [
        'Chromium.groovy'      : 'closing it deletes its folder, which also has what browsers put into the folder for temporary things',
        'Identity.groovy'      : 'below a folder it is given',
        'TestDatabaseIT.groovy': 'is about what a killed run leaves, and how that is swept away',
        'TestServer.java'      : 'the end of the run deletes it, or the next run does',
        'Town.groovy'          : 'closing a node deletes its folder, and the end of the run closes all',
    ]

    def "nobody makes a temporary folder or file but those who are known to delete it"() {
        expect:
        makers() == CARETAKERS.keySet()
    }

    private static Set<String> makers() {
        new File('..').listFiles().collect { it.toPath().resolve('src/test') }.findAll { Files.isDirectory(it) }
                .collectMany { sources(it) }
                .findAll { Files.readString(it) =~ /createTemp(Directory|File|Dir)/ }
                *.fileName*.toString() as Set
    }

    private static List<Path> sources(Path folder) {
        Files.walk(folder).withCloseable { all -> all.filter { "$it" ==~ /.*\.(java|groovy)/ }.toList() }
    }
}

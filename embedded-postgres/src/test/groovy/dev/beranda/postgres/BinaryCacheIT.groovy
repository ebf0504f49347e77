package dev.beranda.postgres

import spock.lang.Requires
import spock.lang.Shared
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.util.concurrent.Executors

class BinaryCacheIT extends PostgresSpecification {

    static final Platform PLATFORM = Platform.current()

    @Shared
    @TempDir
    Path directory

    Path location

    BinaryCache cache

    def setup() {
        location = directory.resolve("cache")
        cache = new BinaryCache(location)
    }

    def "several who come at once find one and the same, whole"() {
        given:
        def threads = Executors.newFixedThreadPool(3)

        when:
        def found = (1..3).collect { threads.submit({ new BinaryCache(location).unpacked(PLATFORM) } as java.util.concurrent.Callable) }*.get()

        then:
        found.toSet().size() == 1
        found[0].version() ==~ /18\.\d+/
        found[0].major() == "18"
        location.toFile().list().toList().toSorted() == ["lock", found[0].root().fileName.toString()]

        cleanup:
        threads?.shutdown()
    }

    def "everybody may run what is there and nobody may change it"() {
        given:
        def root = cache.unpacked(PLATFORM).root()

        expect:
        mode(location) == "rwxr-xr-x"
        Files.walk(root).filter { !Files.isSymbolicLink(it) && it != root.resolve("unpacked") }.allMatch {
            mode(it) == (Files.isDirectory(it) || Files.isExecutable(it) ? "rwxr-xr-x" : "rw-r--r--")
        }
    }

    def "a program that is not what was unpacked is unpacked again"() {
        given:
        def damaged = cache.unpacked(PLATFORM).initdb()
        Files.writeString(damaged, "#!/bin/sh\n")

        when:
        def again = cache.unpacked(PLATFORM).initdb()

        then:
        again == damaged
        Files.size(again) > 10_000
    }

    def "a cache that others may write to is not trusted: #permissions"() {
        given:
        Files.createDirectories(location)
        Files.setPosixFilePermissions(location, PosixFilePermissions.fromString(permissions))

        when:
        cache.unpacked(PLATFORM)

        then:
        def refused = thrown(EmbeddedPostgresException)
        refused.message.contains("others may write to it")

        cleanup:
        Files.setPosixFilePermissions(location, PosixFilePermissions.fromString("rwxr-xr-x"))

        where:
        permissions << ["rwxrwxr-x", "rwxr-xrwx"]
    }

    @Requires({ PostgresSpecification.root })
    def "a cache that is another's is not trusted"() {
        given:
        Files.createDirectories(location)
        Files.setAttribute(location, "unix:uid", 65534)

        when:
        cache.unpacked(PLATFORM)

        then:
        def refused = thrown(EmbeddedPostgresException)
        refused.message.contains("belongs to user 65534")

        cleanup:
        Files.setAttribute(location, "unix:uid", 0)
    }
}

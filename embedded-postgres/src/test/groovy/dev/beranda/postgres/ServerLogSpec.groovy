package dev.beranda.postgres

import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption

class ServerLogSpec extends Specification {

    @TempDir
    Path folder

    def "a log within its limit is left alone"() {
        given:
        def log = ServerLog.in(folder)
        Files.writeString(log.file(), "short")

        when:
        log.bound()

        then:
        Files.readString(log.file()) == "short"
        !Files.exists(folder.resolve("server.log.1"))
    }

    def "a log beyond its limit starts anew under the writer's feet, and its end is kept"() {
        given:
        def log = ServerLog.in(folder)
        def writer = new FileOutputStream(log.file().toFile(), true)
        writer.write(new byte[ServerLog.LIMIT])
        writer.write("the end".bytes)

        when:
        log.bound()
        writer.write("the beginning".bytes)

        then:
        Files.readString(log.file()) == "the beginning"
        Files.size(folder.resolve("server.log.1")) == ServerLog.LIMIT
        Files.readString(folder.resolve("server.log.1")).endsWith("the end")

        cleanup:
        writer?.close()
    }

    def "the line that tells most is told"() {
        expect:
        ServerLog.gist(words) == line

        where:
        words                                                    || line
        ""                                                       || "it left no word"
        "one\ntwo\n\n"                                           || "two"
        "LOG:  a\nFATAL:  b\nLOG:  c\n"                          || "FATAL:  b"
        "initdb: error: no room\ninitdb: removing contents of x" || "initdb: error: no room"
    }

    def "its last words are looked for at its end"() {
        given:
        def log = ServerLog.in(folder)

        when:
        Files.writeString(log.file(), "FATAL:  long ago\n" + "LOG:  a\n" * 9 + "LOG:  the end\n")

        then:
        log.lastWords() == "LOG:  the end"

        when:
        Files.writeString(log.file(), "PANIC:  no room\nLOG:  the end\n")

        then:
        log.lastWords() == "PANIC:  no room"
    }

    def "only what came since is read"() {
        given:
        def log = ServerLog.in(folder)
        Files.writeString(log.file(), "before")
        def position = log.length()

        when:
        Files.writeString(log.file(), "after", StandardOpenOption.APPEND)

        then:
        log.since(position) == "after"
    }
}

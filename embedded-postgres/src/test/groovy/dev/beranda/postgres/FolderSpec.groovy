package dev.beranda.postgres

import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

class FolderSpec extends Specification {

    @TempDir
    Path parent

    def "a folder is made for its owner alone and can be claimed again once it is let go"() {
        given:
        def path = parent.resolve("new")

        when:
        Folder.claim(path).close()
        Folder.claim(path).close()

        then:
        PostgresSpecification.mode(path) == "rwx------"
    }

    def "two ways to one folder are one folder"() {
        given:
        def folder = Folder.claim(parent.resolve("new"))
        def link = Files.createSymbolicLink(parent.resolve("link"), folder.root())

        when:
        Folder.claim(link)

        then:
        thrown(EmbeddedPostgresException)

        cleanup:
        folder?.close()
    }

    def "a password is long, the role's own, and stays"() {
        given:
        def folder = Folder.claim(parent)
        def password = folder.login("one").password()

        expect:
        password.length() == 32
        folder.login("one").password() == password
        folder.login("other").password() != password

        cleanup:
        folder?.close()
    }

    def "a login does not tell its password by accident"() {
        expect:
        !new Login("one", "canary").toString().contains("canary")
    }

    def "a port is remembered, and gibberish is not a port"() {
        given:
        def folder = Folder.claim(parent)

        expect:
        folder.rememberedPort().empty

        when:
        folder.remember(5432)

        then:
        folder.rememberedPort() == OptionalInt.of(5432)

        when:
        Files.writeString(parent.resolve("port"), "gibberish")

        then:
        folder.rememberedPort().empty

        cleanup:
        folder?.close()
    }

    def "what was left half done is swept away, through no link"() {
        given:
        def outside = Files.createDirectory(parent.resolve("outside"))
        Files.writeString(outside.resolve("letter"), "not ours")
        def folder = Folder.claim(parent.resolve("new"))
        def remnant = Files.createDirectory(folder.root().resolve("cluster.new-1"))
        Files.createSymbolicLink(remnant.resolve("link"), outside)

        when:
        folder.sweep()

        then:
        !Files.exists(remnant)
        Files.readString(outside.resolve("letter")) == "not ours"

        cleanup:
        folder?.close()
    }
}

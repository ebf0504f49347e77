package dev.beranda.adapter.security.token

import dev.beranda.adapter.security.token.InstallationSecret.Purpose
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.util.concurrent.Callable
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import spock.lang.Specification
import spock.lang.TempDir

class SecretFileSpec extends Specification {

    @TempDir
    Path directory

    Path getFile() {
        directory.resolve("data/secret")
    }

    String getText() {
        file.toFile().text
    }

    def "the first start makes a secret that only its owner may read"() {
        when:
        InstallationSecret.loadOrCreate(file)

        then:
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) == "rw-------"
        text.decodeBase64().length == 32
    }

    def "every later start finds the same"() {
        given:
        def first = InstallationSecret.loadOrCreate(file)
        def kept = text

        when:
        def second = InstallationSecret.loadOrCreate(file)

        then:
        isSame(first, second)
        text == kept
    }

    def "two installations have two secrets"() {
        expect:
        !isSame(InstallationSecret.loadOrCreate(directory.resolve("one")), InstallationSecret.loadOrCreate(directory.resolve("two")))
    }

    def "whoever starts at once ends with the same secret, and leaves nothing else behind"() {
        expect:
        (1..20).every { round ->
            def contested = directory.resolve("round-$round/secret")
            allAtOnce(8) { InstallationSecret.loadOrCreate(contested) }.every { isSame(it, InstallationSecret.loadOrCreate(contested)) }
            contested.parent.toFile().list() == ["secret"]
        }
    }

    def "a file that others may read is refused: #permissions"() {
        given:
        InstallationSecret.loadOrCreate(file)
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions))

        when:
        InstallationSecret.loadOrCreate(file)

        then:
        def refusal = thrown(IllegalStateException)
        refusal.message.contains("chmod 600")
        !refusal.message.contains(text.strip())

        where:
        permissions << ["rw-r--r--", "rw-r-----", "rw----r--", "rw--w----"]
    }

    def "a file that somebody protected even better is fine"() {
        given:
        InstallationSecret.loadOrCreate(file)

        when:
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"))

        then:
        InstallationSecret.loadOrCreate(file)
    }

    def "a file without a good secret is refused and kept: #content"() {
        given:
        InstallationSecret.loadOrCreate(file)
        file.toFile().text = content

        when:
        InstallationSecret.loadOrCreate(file)

        then:
        thrown(IllegalArgumentException)
        text == content

        where:
        content << ["", "changeme", "\n\n"]
    }

    def "where no file can be made the start fails with its name"() {
        given:
        Files.writeString(directory.resolve("data"), "in the way")

        when:
        InstallationSecret.loadOrCreate(file)

        then:
        def failure = thrown(UncheckedIOException)
        failure.message.contains(file.toString())
    }

    private static boolean isSame(InstallationSecret one, InstallationSecret other) {
        one.key(Purpose.SIGNING_KEYS) == other.key(Purpose.SIGNING_KEYS)
    }

    private static <T> List<T> allAtOnce(int many, Closure<T> act) {
        def barrier = new CyclicBarrier(many)
        try (def threads = Executors.newFixedThreadPool(many)) {
            threads.invokeAll((1..many).collect { { -> barrier.await(); act() } as Callable })*.get()
        }
    }
}

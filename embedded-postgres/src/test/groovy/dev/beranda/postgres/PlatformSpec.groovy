package dev.beranda.postgres

import spock.lang.Specification

import java.nio.file.Path

class PlatformSpec extends Specification {

    def "#system on #architecture has binaries"() {
        expect:
        Platform.of(system, architecture, { true }) == platform

        where:
        system     | architecture || platform
        "Linux"    | "amd64"      || Platform.LINUX_X86_64
        "Linux"    | "aarch64"    || Platform.LINUX_ARM_64
        "Mac OS X" | "x86_64"     || Platform.DARWIN_X86_64
        "Mac OS X" | "aarch64"    || Platform.DARWIN_ARM_64
    }

    def "the binaries of #platform are on the class path"() {
        expect:
        Archive.of(platform).digest() ==~ /[0-9a-f]{8}/

        where:
        platform << Platform.values()
    }

    def "#system on #architecture has none, and is told so"() {
        when:
        Platform.of(system, architecture, { true })

        then:
        def refused = thrown(EmbeddedPostgresException)
        refused.message == "There is no bundled PostgreSQL for $system on $architecture; use one of your own"

        where:
        system       | architecture
        "Windows 11" | "amd64"
        "Linux"      | "riscv64"
        "Mac OS X"   | "ppc"
    }

    def "a Linux without glibc is told so on #architecture"() {
        when:
        Platform.of("Linux", architecture, { Path it -> it.toString() != loader })

        then:
        def refused = thrown(EmbeddedPostgresException)
        refused.message.contains("needs glibc")

        where:
        architecture || loader
        "amd64"      || "/lib64/ld-linux-x86-64.so.2"
        "aarch64"    || "/lib/ld-linux-aarch64.so.1"
    }

    def "a Mac's disk is made to empty its cache when data is durable, and only then"() {
        expect:
        Settings.of(durability).parameters(platform, 5432).contains("wal_sync_method=fsync_writethrough") == expected

        where:
        platform               | durability            || expected
        Platform.DARWIN_ARM_64 | Durability.DURABLE    || true
        Platform.DARWIN_ARM_64 | Durability.DISPOSABLE || false
        Platform.LINUX_X86_64  | Durability.DURABLE    || false
    }
}

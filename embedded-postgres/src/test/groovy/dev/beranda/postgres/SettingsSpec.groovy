package dev.beranda.postgres

import spock.lang.Specification

class SettingsSpec extends Specification {

    static final Platform PLATFORM = Platform.LINUX_X86_64

    def "tuning can be changed, and the original stays"() {
        given:
        def usual = Settings.of(Durability.DURABLE)

        when:
        def more = usual.with("shared_buffers", "256MB")

        then:
        more.parameters(PLATFORM, 1).contains("shared_buffers=256MB")
        usual.parameters(PLATFORM, 1).contains("shared_buffers=96MB")
    }

    def "what keeps data and secrets safe cannot: #parameter"() {
        when:
        Settings.of(durability).with(parameter, "off")

        then:
        def refused = thrown(IllegalArgumentException)
        refused.message == "$parameter is not open to change"

        where:
        [parameter, durability] << [
                ["fsync", "synchronous_commit", "full_page_writes", "listen_addresses", "port", "log_statement", "password_encryption"],
                Durability.values(),
        ].combinations()
    }

    def "nothing that a shell would read goes through: #parameter = #value"() {
        when:
        Settings.of(Durability.DURABLE).with(parameter, value)

        then:
        thrown(IllegalArgumentException)

        where:
        parameter  | value
        "work_mem" | "4MB'; true; '"
        "work_mem" | '$(true)'
        "work_mem" | "4MB\nfsync=off"
        "work mem" | "4MB"
        "-work"    | "4MB"
    }

    def "#durability asks for fsync #fsync"() {
        expect:
        Settings.of(durability).parameters(PLATFORM, 1).contains("fsync=$fsync".toString())

        where:
        durability            || fsync
        Durability.DURABLE    || "on"
        Durability.DISPOSABLE || "off"
    }
}

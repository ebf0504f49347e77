package dev.beranda.bootstrap

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** The list of refusals and the words for them are the same list. */
class RefusalsSpec extends Specification {

    static final LISTED = (Files.readString(Path.of('../docs/refusals.md')) =~ /(?m)^\| `(\w+)` \|/).collect { it[1] } as Set

    def "every code that has words is listed, and every code that is listed has words: #language"() {
        given:
        def words = new Properties()
        getClass().getResource("/dev/beranda/adapter/web/language/messages_${language}.properties").withReader('UTF-8') { words.load(it) }

        expect:
        words.stringPropertyNames().collect { it - '.title' }.findAll { !(it =~ /^(advice_|activity\.)/) && it != 'token_blacklisted' } as Set == LISTED

        where:
        language << ['en', 'id']
    }

    def "what is said at the door, before any route is found, is listed with its status: #refusal"() {
        expect:
        Files.readString(Path.of('../docs/refusals.md')).contains("| `${refusal.code()}` | ${refusal.status().code()} |")

        where:
        refusal << Class.forName('dev.beranda.adapter.web.http.Refusal').enumConstants.toList()
    }

    def "there are words for every advice about a password"() {
        given:
        def words = new Properties()
        getClass().getResource('/dev/beranda/adapter/web/language/messages_en.properties').withReader('UTF-8') { words.load(it) }

        expect:
        dev.beranda.adapter.security.password.ZxcvbnPasswordStrength.ADVICE.toSet() ==
                words.stringPropertyNames().findAll { it.startsWith('advice_') }.toSet()
    }
}

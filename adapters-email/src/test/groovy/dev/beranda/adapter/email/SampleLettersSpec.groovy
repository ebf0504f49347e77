package dev.beranda.adapter.email

import dev.beranda.domain.shared.Language
import spock.lang.Specification

class SampleLettersSpec extends Specification {

    def samples = new SampleLetters(new Desk().stationery)

    def "every kind of letter can be seen in #language"() {
        when:
        def letters = samples.in(language)

        then:
        letters.size() == Desk.EVERYTHING.size()
        letters*.subject().toSet().size() == letters.size()
        letters.every { it.text().contains('Kartini') && it.html().contains('Kartini') }
        letters*.to().flatten().every { it.endsWith('@example.com') }

        where:
        language << Language.values()
    }

    def "samples open nothing"() {
        expect:
        samples.in(Language.ENGLISH).findAll { it.text().contains('#') }.every { it.text().contains('#sample-token-that-opens-nothing') }
    }
}

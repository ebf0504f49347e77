package dev.beranda.adapter.email

import dev.beranda.domain.shared.Language
import spock.lang.Specification

class PhrasesSpec extends Specification {

    Map<Language, Phrases> phrases = Language.values().collectEntries { [it, new Phrases(it)] }

    def "every language says everything, and fills in the same places"() {
        given:
        def english = phrases[Language.ENGLISH]

        expect:
        english.keys().size() > 40
        phrases.values().every { it.keys() == english.keys() }
        english.keys().findAll { key -> phrases.values().any { places(it.sentence(key)) != places(english.sentence(key)) } } == [] as Set
    }

    def "nothing is said the same in two languages"() {
        expect:
        phrases[Language.ENGLISH].keys().findAll { phrases[Language.ENGLISH].sentence(it) == phrases[Language.INDONESIAN].sentence(it) } == [] as Set
    }

    def "places hold what is given, and nothing that looks like another place"() {
        expect:
        phrases[Language.ENGLISH].say('greeting', 'Beranda', '{0} $1 \\') == 'Hello {0} $1 \\,'
    }

    def "without words one is told which are missing"() {
        when:
        phrases[Language.INDONESIAN].say('unheard_of')

        then:
        def failure = thrown(IllegalStateException)
        failure.message.contains('unheard_of')
    }

    private static Set<String> places(String sentence) {
        (sentence =~ /\{\d}/).collect { it as String }.toSet()
    }
}

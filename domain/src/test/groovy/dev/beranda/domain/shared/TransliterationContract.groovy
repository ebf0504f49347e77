package dev.beranda.domain.shared

import spock.lang.Specification

abstract class TransliterationContract extends Specification {

    abstract Transliteration getTransliteration()

    def "plain letters stay, accents go: #text"() {
        expect:
        transliteration.plainLetters(text) == plain

        where:
        text            || plain
        ''              || ''
        'Selamat pagi!' || 'Selamat pagi!'
        'Ünïcode Tïtle' || 'Unicode Title'
        'ﬁancée'        || 'fiancee'
    }

    def "what comes out is ASCII, whatever goes in"() {
        expect:
        transliteration.plainLetters('Привет Ελληνικά 日本語 한국어 عربي 🌏\ud83c𝒳').codePoints().allMatch { it < 128 }
    }
}

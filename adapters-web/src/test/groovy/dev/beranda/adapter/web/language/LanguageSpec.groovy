package dev.beranda.adapter.web.language

import dev.beranda.domain.session.Session.EndReason
import dev.beranda.domain.shared.Language
import spock.lang.Specification

class LanguageSpec extends Specification {

    def "what the client likes best of what we speak: #header"() {
        expect:
        PreferredLanguage.in(header) == language

        where:
        header                              || language
        'id'                                || Language.INDONESIAN
        'id-ID,id;q=0.9,en;q=0.8'           || Language.INDONESIAN
        'en-GB,en;q=0.9,id;q=0.8'           || Language.ENGLISH
        'fr,id;q=0.5,en;q=0.4'              || Language.INDONESIAN
        'ID'                                || Language.INDONESIAN
        'id;q=0,en'                         || Language.ENGLISH
        'de-CH'                             || Language.ENGLISH
        '*'                                 || Language.ENGLISH
        ''                                  || Language.ENGLISH
        ';;;'                               || Language.ENGLISH
        'idx'                               || Language.ENGLISH
        'id' + ',x' * 100_000               || Language.ENGLISH
    }

    def "every language says everything, and fills in the same places"() {
        given:
        def messages = new Messages()

        expect:
        messages.keys(Language.ENGLISH) == messages.keys(Language.INDONESIAN)
        messages.keys(Language.ENGLISH).every { key ->
            places(messages.say(Language.ENGLISH, key, [])) == places(messages.say(Language.INDONESIAN, key, []))
        }
    }

    def "why a session ended is said of every reason that is not told in its own words: #reason"() {
        expect:
        new Messages().knows(Language.ENGLISH, "activity.session.ended.${reason.word()}")

        where:
        reason << EndReason.values() - [EndReason.UNHEARD_OF, EndReason.REFRESH_TOKEN_REUSED]
    }

    def "sentences that are filled in are formatted as people read numbers"() {
        expect:
        new Messages().say(Language.ENGLISH, 'password_too_short', [12]).contains('12 characters')
        new Messages().say(Language.INDONESIAN, 'password_too_short', [12]).contains('12 karakter')
    }

    private static Set<String> places(String sentence) {
        (sentence =~ /\{\d}/).collect { it as String }.toSet()
    }
}

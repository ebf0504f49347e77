package dev.beranda.adapter.security.token

import dev.beranda.domain.identity.ErrandSeals
import dev.beranda.domain.identity.ErrandSealsContract
import dev.beranda.domain.identity.ErrandToken
import dev.beranda.domain.identity.SomeErrand

import static SomeErrand.BROWSER

class SealedErrandsSpec extends ErrandSealsContract {

    ErrandSeals seals = new SealedErrands(Installation.secretOf('ours'))

    def "every changed byte is noticed"() {
        given:
        def text = seals.seal(SomeErrand.of(), BROWSER).reveal()
        def bytes = Base64.urlDecoder.decode(text)

        expect:
        bytes.indices.every { place ->
            def changed = bytes.clone()
            changed[place] = (byte) (changed[place] ^ 1)
            seals.open(new ErrandToken(Base64.urlEncoder.withoutPadding().encodeToString(changed)), BROWSER).empty
        }
    }

    def "who reads it on the way learns nothing, not even that two are the same"() {
        given:
        def errand = SomeErrand.of()
        def texts = (1..2).collect { seals.seal(errand, BROWSER).reveal() }

        expect:
        texts.toSet().size() == 2
        texts.every { !new String(Base64.urlDecoder.decode(it), 'ISO-8859-1').contains('beranda') }
        texts.every { it.length() < 300 }
    }

    def "another installation opens nothing of ours, and has other secrets"() {
        given:
        def errand = SomeErrand.of()
        def others = new SealedErrands(Installation.secretOf('another'))

        expect:
        others.open(seals.seal(errand, BROWSER), BROWSER).empty
        others.secretsOf(errand, BROWSER).revealVerifier() != seals.secretsOf(errand, BROWSER).revealVerifier()
    }

    def "a verifier is one by RFC 7636"() {
        expect:
        seals.secretsOf(SomeErrand.of(), BROWSER).revealVerifier() ==~ /[A-Za-z0-9._~-]{43,128}/
    }
}

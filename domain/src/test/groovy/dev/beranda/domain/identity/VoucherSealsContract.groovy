package dev.beranda.domain.identity

import spock.lang.Specification

abstract class VoucherSealsContract extends Specification {

    abstract VoucherSeals getSeals()

    def id = new VoucherId(UUID.fromString('01920000-0000-7000-8000-0000000000f1'))

    def "a code says which voucher it was made of, and is the same for good"() {
        expect:
        seals.open(seals.codeOf(id)) == Optional.of(id)
        seals.codeOf(id).reveal() == seals.codeOf(id).reveal()
    }

    def "what was not made here opens to nothing: #what"() {
        expect:
        seals.open(new VoucherCode(change(seals.codeOf(id).reveal()))).empty

        where:
        what            | change
        'nothing'       | { '' }
        'the other way' | { it.reverse() }
        'cut short'     | { it[0..-2] }
        'too much'      | { it + 'A' }
        'a blank more'  | { it + ' ' }
        'not text'      | { '\u0000' }
    }

    def "a browser has a digest of its own, which is not its key"() {
        given:
        def digests = [SomeErrand.BROWSER, SomeErrand.OTHER_BROWSER].collect { seals.digestOf(it) }

        expect:
        digests.toSet().size() == 2
        digests[0] == seals.digestOf(SomeErrand.BROWSER)
        digests[0] != SomeErrand.BROWSER.reveal()
    }

    def "a challenge is met as RFC 7636 says"() {
        expect:
        seals.challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk') == 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
    }
}

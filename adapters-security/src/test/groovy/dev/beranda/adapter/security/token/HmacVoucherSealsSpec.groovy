package dev.beranda.adapter.security.token

import dev.beranda.domain.identity.VoucherSeals
import dev.beranda.domain.identity.VoucherSealsContract
import dev.beranda.domain.identity.VoucherCode
import dev.beranda.domain.letter.TicketToken
import dev.beranda.domain.letter.Purpose
import dev.beranda.domain.session.RefreshToken

class HmacVoucherSealsSpec extends VoucherSealsContract {

    def secret = Installation.secretOf('ours')
    VoucherSeals seals = new HmacVoucherSeals(secret)

    def "a code of another installation opens to nothing"() {
        expect:
        seals.open(new HmacVoucherSeals(Installation.secretOf('another')).codeOf(id)).empty
    }

    def "every changed letter is noticed"() {
        given:
        def code = seals.codeOf(id).reveal()

        expect:
        code.toList().indices.every { place ->
            def changed = code.toList()
            changed[place] = changed[place] == 'A' ? 'B' : 'A'
            seals.open(new VoucherCode(changed.join())).empty
        }
    }

    def "a code is no ticket and no token"() {
        given:
        def code = seals.codeOf(id).reveal()

        expect:
        Purpose.values().every { new HmacTicketSeals(secret).open(new TicketToken(code), it).empty }
        new HmacRefreshTokens(secret).open(new RefreshToken(code)).empty
    }
}

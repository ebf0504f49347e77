package dev.beranda.domain.letter

import dev.beranda.domain.shared.Parsed
import spock.lang.Specification

class TicketCodeSpec extends Specification {

    def "a code is read however it is grouped: #typed"() {
        expect:
        (TicketCode.parse(typed) as Parsed.Valid).value().reveal() == '012345'

        where:
        typed << ['012345', '012 345', ' 012-345 ', '0 1 2 3 4 5', '012\u00a0345']
    }

    def "what is no code is refused: #typed"() {
        expect:
        TicketCode.parse(typed) instanceof Parsed.Invalid

        where:
        typed << ['', '12345', '1234567', '12345a', '１２３４５６', '-12345', '1' * 1000]
    }
}

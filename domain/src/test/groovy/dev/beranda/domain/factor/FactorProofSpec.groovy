package dev.beranda.domain.factor

import dev.beranda.domain.shared.Parsed
import spock.lang.Specification

class FactorProofSpec extends Specification {

    def "six digits are of the app, however they are grouped: #typed"() {
        expect:
        proof(typed).code().reveal() == '012345'

        where:
        typed << ['012345', '012 345', ' 012-345 ', '012\u00a0345']
    }

    def "four groups are of the paper, in capitals or not: #typed"() {
        expect:
        proof(typed).code().reveal() == 'abcd-2345-efgh-6777'

        where:
        typed << ['abcd-2345-efgh-6777', 'ABCD2345EFGH6777', ' abcd 2345 EFGH 6777 ', 'abcd2345-efgh6777']
    }

    def "everything else is neither: #typed"() {
        expect:
        FactorProof.parse(typed) instanceof Parsed.Invalid

        where:
        typed << ['', '12345', '1234567', '１２３４５６', 'abcd-2345-efgh', 'abcd-2345-efgh-6789', '1' * 1000, 'ſbcd2345efgh6777']
    }

    private static proof(String typed) {
        (FactorProof.parse(typed) as Parsed.Valid).value()
    }
}

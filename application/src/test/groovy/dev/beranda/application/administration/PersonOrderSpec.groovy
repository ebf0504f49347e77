package dev.beranda.application.administration

import dev.beranda.application.administration.PersonOrder.Key
import dev.beranda.domain.shared.Parsed
import spock.lang.Specification

class PersonOrderSpec extends Specification {

    def "people are listed by what is said, the other way round behind a dash"() {
        expect:
        PersonOrder.parse(raw) == Parsed.of(order)

        where:
        raw              || order
        'registered_at'  || new PersonOrder(Key.REGISTERED_AT, false)
        '-registered_at' || PersonOrder.USUAL
        'created_at'     || new PersonOrder(Key.REGISTERED_AT, false)
        '-created_at'    || PersonOrder.USUAL
        'username'       || new PersonOrder(Key.USERNAME, false)
        '-email'         || new PersonOrder(Key.EMAIL, true)
    }

    def "nothing else can be sorted by: #raw"() {
        expect:
        PersonOrder.parse(raw) instanceof Parsed.Invalid

        where:
        raw << ['', '-', 'hash', 'EMAIL', '--email', 'email,username', '-email ']
    }
}

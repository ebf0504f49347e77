package dev.beranda.domain.exchange

import spock.lang.Specification

class CargoSpec extends Specification {

    def "nobody reads over the end"() {
        given:
        def bytes = 'abcdef'.bytes
        def cargo = new Cargo(6, { Long at, Integer count -> Arrays.copyOfRange(bytes, at as int, at as int + count) })

        expect:
        new String(cargo.read(from, most)) == read

        where:
        from | most || read
        0    | 3    || 'abc'
        4    | 10   || 'ef'
        6    | 1    || ''
        99   | 1    || ''
        0    | 0    || ''
    }

    def "what is called nothing, or too much, is no name"() {
        when:
        new ForeignKey(source, Kind.POST, name)

        then:
        thrown(IllegalArgumentException)

        where:
        source    | name
        ''        | 'x'
        'x'       | ''
        's' * 201 | 'x'
        'x'       | 'n' * 501
    }
}

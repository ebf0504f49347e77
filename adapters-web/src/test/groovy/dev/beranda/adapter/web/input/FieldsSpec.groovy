package dev.beranda.adapter.web.input

import dev.beranda.adapter.web.problem.Refusal
import dev.beranda.adapter.web.problem.Refusal.FieldFlaw
import dev.beranda.domain.shared.Flaw
import dev.beranda.domain.shared.Parsed
import spock.lang.Specification

class FieldsSpec extends Specification {

    def "everything wrong is told at once"() {
        given:
        def fields = new Fields([number: 12.0, empty: '', nothing: StrictJson.NULL, list: [], bad: 'bad'])

        when:
        ['number', 'empty', 'nothing', 'list', 'missing'].each { fields.required(it, Parsed::of) }
        fields.required('bad') { Parsed.flawed(new Flaw('worse')) }

        then:
        fields.flaws() == [
            new FieldFlaw('number', new Flaw('not_text')),
            new FieldFlaw('empty', new Flaw('required')),
            new FieldFlaw('nothing', new Flaw('required')),
            new FieldFlaw('list', new Flaw('not_text')),
            new FieldFlaw('missing', new Flaw('required')),
            new FieldFlaw('bad', new Flaw('worse')),
        ]

        when:
        fields.refuseIfFlawed()

        then:
        thrown(Refusal)
    }

    def "a field that may be left out may be null, but not empty"() {
        given:
        def fields = new Fields([nothing: StrictJson.NULL, empty: ''])

        expect:
        !fields.optional('missing', Parsed::of).present
        !fields.optional('nothing', Parsed::of).present
        !fields.flawed

        when:
        fields.optional('empty', Parsed::of)

        then:
        fields.flawed
    }

    def "a field nobody asked for is refused by name"() {
        when:
        new Fields([email: 'x', role: 'admin']).allowing('email', 'password')

        then:
        thrown(Refusal)
    }

    def "the value of a missing field cannot be had"() {
        when:
        new Fields([:]).optional('missing', Parsed::of).value()

        then:
        thrown(IllegalStateException)
    }

    def "a form is read as strictly as JSON: #text"() {
        expect:
        FormText.fields(text.getBytes('ISO-8859-1')).orElse(null) == fields

        where:
        text                      || fields
        'a=1&b=2'                 || [a: '1', b: '2']
        'a=x+y%20z&b=%C3%A9'      || [a: 'x y z', b: 'é']
        'a=\u00c3\u00a9&\u00c3\u00a9=%e2%82%ac' || [a: 'é', 'é': '€']
        'a=\u00c3%A9'             || [a: 'é']
        'a=\u00ff'                || null
        'a=%FF'                   || null
        'a=Jos%E9'                || null
        '%C3=1'                   || null
        'a=%C3&b=%A9'             || null
        'a=%ED%A0%80'             || null
        'a=%C0%80'                || null
        'a='                      || [a: '']
        'a=1&a=2'                 || null
        'a'                       || null
        ''                        || null
        'a=%zz'                   || null
        ('a=1&' * 200) + 'b=1'    || null
    }
}

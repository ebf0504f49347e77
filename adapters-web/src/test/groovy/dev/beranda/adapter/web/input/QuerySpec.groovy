package dev.beranda.adapter.web.input

import dev.beranda.adapter.web.problem.Refusal
import dev.beranda.domain.shared.Flaw
import dev.beranda.domain.shared.Parsed
import io.micronaut.http.HttpRequest
import java.time.Instant
import spock.lang.Specification

class QuerySpec extends Specification {

    def "a parameter without a value is as good as none"() {
        given:
        def request = HttpRequest.GET('/things')
        request.parameters.add('empty', '').add('one', 'x')

        when:
        def query = Query.of(request)

        then:
        !query.has('empty')
        query.text('one').get() == 'x'
    }

    def "what nobody asked for is refused"() {
        given:
        def request = HttpRequest.GET('/things')
        request.parameters.add('expand', 'everything')

        when:
        Query.of(request).allowing('limit')

        then:
        thrown(Refusal)
    }

    def "'#raw' as a yes or no"() {
        expect:
        Query.flag(raw) == flag

        where:
        raw     || flag
        'true'  || Parsed.of(true)
        'false' || Parsed.of(false)
        'True'  || Parsed.flawed(new Flaw('not_boolean'))
        '1'     || Parsed.flawed(new Flaw('not_boolean'))
    }

    def "'#raw' as a time"() {
        expect:
        Query.time(raw) == time

        where:
        raw                           || time
        '2026-03-01T12:00:00Z'        || Parsed.of(Instant.parse('2026-03-01T12:00:00Z'))
        '2026-03-01T19:00:00+07:00'   || Parsed.of(Instant.parse('2026-03-01T12:00:00Z'))
        '2026-03-01'                  || Parsed.flawed(new Flaw('time_invalid'))
        '+1000000-01-01T00:00:00Z'    || Parsed.flawed(new Flaw('time_invalid'))
        '-0001-01-01T00:00:00Z'       || Parsed.flawed(new Flaw('time_invalid'))
    }

    def "'#raw' as an id"() {
        expect:
        Query.id(raw).present == isOne

        where:
        raw                                    || isOne
        '019D0000-0000-7000-8000-00000000000a' || true
        '1-1-1-1-1'                            || false
        '019d0000-0000-7000-8000-00000000000'  || false
        ''                                     || false
    }

    def "'#raw' as several"() {
        expect:
        Query.several(raw, 3, { Query.flag(it) }) == several

        where:
        raw                    || several
        'true'                 || Parsed.of([true])
        'true,false,true'      || Parsed.of([true, false, true])
        'true,false,true,true' || Parsed.flawed(new Flaw('list_too_long', 3))
        'true,'                || Parsed.flawed(new Flaw('not_boolean'))
        'true,x,y'             || Parsed.flawed(new Flaw('not_boolean'))
        'true, false'          || Parsed.flawed(new Flaw('not_boolean'))
    }
}

package dev.beranda.adapter.web.http

import ch.qos.logback.classic.Level
import ch.qos.logback.classic.spi.ILoggingEvent
import ch.qos.logback.core.read.ListAppender
import spock.util.concurrent.PollingConditions

class RequestIdsIT extends AtTheDoor {

    static final FRESH = ~/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/

    def "an id that can do no harm is taken over and echoed"() {
        expect:
        wire().get(target, ['X-Request-Id': id])['x-request-id'] == id

        where:
        [target, id] << [
                ['/api/hello', '/api/id/blocking', '/no/such/route', '/api/boom', '//refused'],
                ['a', 'Trace.1_2-3', 'x' * 128],
        ].combinations()
    }

    def "any other id gives way to a fresh one"() {
        when:
        def answer = wire().get('/api/id', ['X-Request-Id': id])

        then:
        answer.all('x-request-id').size() == 1
        answer['x-request-id'] ==~ FRESH

        where:
        id << ['', 'x' * 129, 'a b', 'a,b', '<script>', '%0d%0aSet-Cookie:a=b', 'é', '"', 'a\tb', ['one', 'two'], ['same', 'same']]
    }

    def "no two requests get the same id"() {
        given:
        def wire = wire()

        expect:
        (1..50).collect { wire.get('/api/hello')['x-request-id'] }.toSet().size() == 50
    }

    def "the route, the logs and the answer say the same id, on the event loop and on a virtual thread"() {
        given:
        def written = listenTo(Desk.name, Level.INFO)

        when:
        def answer = wire().get(target, ['X-Request-Id': 'known'])

        then:
        answer.body == "known known $virtual"
        written.list.collect { [it.formattedMessage, it.MDCPropertyMap.request_id] } == [[message, 'known']]

        cleanup:
        logger(Desk.name).detachAppender(written)

        where:
        target             || virtual | message
        '/api/id'          || false   | 'on the event loop'
        '/api/id/blocking' || true    | 'on a thread of its own'
    }

    def "a thread forgets the id with the request"() {
        given:
        def wire = wire()
        wire.get('/api/id', ['X-Request-Id': 'first'])

        expect:
        wire.get('/api/id', ['X-Request-Id': 'second']).body == 'second second false'
    }

    def "who handles a bug logs it under the id"() {
        given:
        def written = listenTo(DeskBell.name, Level.INFO)

        when:
        def answer = wire().get(target)

        then:
        answer.status == 500
        written.list*.MDCPropertyMap*.request_id == [answer['x-request-id']]

        cleanup:
        logger(DeskBell.name).detachAppender(written)

        where:
        target << ['/api/boom', '/api/boom/blocking']
    }

    def "one line tells about each answer, refusals among them, once somebody listens"() {
        given:
        def written = listenTo('dev.beranda.access', Level.INFO)
        def one = wire()
        def other = wire()

        when:
        one.get('/api/hello?password=secret', ['X-Request-Id': 'one'])
        one.send('HEAD /api/hello/ HTTP/1.1\r\nHost: a\r\nX-Request-Id: two\r\n\r\n').answer(true)
        one.get('/no/such/route', ['X-Request-Id': 'three'])
        other.send('\u001b[31m\r\n\r\n').answer()
        one.get('/api/"\u00e9[31m?x', ['X-Request-Id': 'four'])

        then:
        new PollingConditions(timeout: 5).eventually { assert written.list.size() == 5 }
        written.list.collect { it.keyValuePairs.collectEntries { [it.key, it.value] } }.each { assert it.remove('duration_us') >= 0 } == [
                [method: 'GET', path: '/api/hello', status: 200, client: '127.0.0.1', request_id: 'one'],
                [method: 'HEAD', path: '/api/hello', status: 200, client: '127.0.0.1', request_id: 'two'],
                [method: 'GET', path: '/no/such/route', status: 404, client: '127.0.0.1', request_id: 'three'],
                [method: 'GET', path: '', status: 400, client: '127.0.0.1', request_id: written.list[3].keyValuePairs.last().value],
                [method: 'GET', path: '/api/??[31m', status: 400, client: '127.0.0.1', request_id: 'four'],
        ]

        cleanup:
        logger('dev.beranda.access').level = Level.OFF
        logger('dev.beranda.access').detachAppender(written)
    }

    private static ListAppender<ILoggingEvent> listenTo(String name, Level level) {
        def appender = new ListAppender<ILoggingEvent>()
        appender.start()
        logger(name).level = level
        logger(name).addAppender(appender)
        appender
    }
}

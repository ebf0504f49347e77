package dev.beranda.adapter.web.problem

import ch.qos.logback.classic.Level
import ch.qos.logback.classic.spi.ILoggingEvent
import ch.qos.logback.core.read.ListAppender
import dev.beranda.adapter.web.http.AtTheDoor
import dev.beranda.adapter.web.http.CorsSettings

/** Whatever breaks, and wherever: one answer in one shape, that says nothing of our insides. */
class BreakagesIT extends AtTheDoor {

    /** As ErrorsIT has it, and what the breakages here say. */
    static final INSIDES = ~/(?i)exception|stack|java|micronaut|netty|jooq|hikari|postgres|sql|dev\.beranda|at [a-z]+\.[a-z]|\/home|\/root|\.groovy|canary|select|app_user|password/
    static final KINDS = ['statement', 'wrapped', 'state', 'argument', 'null', 'error', 'overflow', 'missing']
    static final OURS = 'https://app.example.org'

    @Override
    Map<String, Object> settings() {
        [
            desk     : null,
            breakages: true,
        ] + new CorsSettings([OURS]).properties()
    }

    def "what breaks is a fault of ours, and nothing else is told: #kind, #where"() {
        when:
        def answer = wire().get("/api/breakages/$kind$where", ['X-Request-Id': 'broken-1', Origin: OURS])

        then:
        answer.isProblem(500, 'internal_error')
        answer['x-request-id'] == 'broken-1'
        answer['access-control-allow-origin'] == OURS
        !([answer.body, answer.fields.collect { it[1] }.join('\n')].any { it =~ INSIDES })

        where:
        [kind, where] << [KINDS, ['', '/blocking', '/later']].combinations()
    }

    def "in the language of whoever asked: #language"() {
        when:
        def answers = KINDS.collect { wire().get("/api/breakages/$it", ['Accept-Language': language]) }

        then:
        answers.every { it.body.contains("\"title\":\"$title\"") && it.body.contains('"code":"internal_error"') }
        !answers.any { it.body =~ INSIDES }

        where:
        language || title
        'en'     || 'Internal error'
        'id'     || 'Kesalahan internal'
    }

    def "we learn all of it, under the id of the request: #kind"() {
        given:
        def written = new ListAppender<ILoggingEvent>()
        written.start()
        logger('ROOT').addAppender(written)

        when:
        def answer = wire().get("/api/breakages/$kind/blocking")

        then:
        def told = written.list.findAll { it.level == Level.ERROR && it.throwableProxy != null }
        told.size() == 1
        told[0].throwableProxy.message.contains(Breakages.SECRET)
        told[0].MDCPropertyMap.request_id == answer['x-request-id']

        cleanup:
        logger('ROOT').detachAppender(written)

        where:
        kind << ['wrapped', 'state', 'argument', 'null']
    }

    def "a HEAD says no more, and no less"() {
        when:
        def answer = wire().send('HEAD /api/breakages/state HTTP/1.1\r\nHost: a\r\n\r\n').answer(true)

        then:
        answer.status == 500
        answer.fields.every { !(it[1] =~ INSIDES) }
    }
}

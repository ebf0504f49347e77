package dev.beranda.bootstrap.running

import ch.qos.logback.classic.Level
import ch.qos.logback.classic.LoggerContext
import ch.qos.logback.classic.spi.ILoggingEvent
import ch.qos.logback.classic.spi.LoggingEvent
import ch.qos.logback.classic.util.LogbackMDCAdapter
import ch.qos.logback.core.ConsoleAppender
import groovy.json.JsonSlurper
import org.slf4j.event.KeyValuePair
import spock.lang.Specification

class LogsSpec extends Specification {

    static final EVIL = [
        'a line end'          : 'one\nERROR two',
        'a Windows line end'  : 'one\r\nERROR two',
        'a terminal command'  : 'one\u001b[2J\u001b[31mtwo\u009b1m',
        'a bell and a NUL'    : 'one\u0007\u0000two',
        'turned-round writing': 'one\u202etwo\u2066',
        'Unicode line ends'   : 'one\u2028two\u2029\u0085',
        'nothing to see'      : 'one\u200btwo\ufeff',
    ]

    def context = new LoggerContext(MDCAdapter: new LogbackMDCAdapter())

    def cleanup() {
        context.stop()
    }

    def "as JSON each event is one line and one object, whatever it says: #what"() {
        given:
        configure(BERANDA_LOG_FORMAT: 'json')

        when:
        def lines = line(text, address: text).readLines()
        def said = new JsonSlurper().parseText(lines[0])

        then:
        lines.size() == 1
        lines[0].every { it >= ' ' }
        said.formattedMessage == text
        said.kvpList == [[address: text]]
        said.mdc == [request_id: 'abc']
        said.level == 'INFO'
        said.loggerName == 'dev.beranda.test'
        said.timestamp

        where:
        [what, text] << EVIL.collect { [it.key, it.value] }
    }

    def "as text no event looks like two, and none speaks to the terminal: #what"() {
        given:
        configure(BERANDA_LOG_FORMAT: 'text')

        when:
        def written = line(text, address: text)

        then:
        written.endsWith(' request_id=abc\n')
        written.count('\n') == 1
        !(written.take(written.size() - 1) =~ /[\p{Cntrl}\p{Cf}\u0080-\u009f\u2028\u2029]/)
        written.contains('one')
        written.contains('two')

        where:
        [what, text] << EVIL.collect { [it.key, it.value] }
    }

    def "a fault is told with where it came from, and in JSON in the same line"() {
        given:
        configure(BERANDA_LOG_FORMAT: format)

        when:
        def written = line([:], 'it broke', new IllegalStateException('because\n\u001b[2Jof this'))

        then:
        written.contains('IllegalStateException')
        !written.contains('\u001b')
        format == 'text' || written.readLines().size() == 1

        where:
        format << ['json', 'text']
    }

    def "of ourselves we hear what was asked for, of others what is amiss: #level"() {
        when:
        configure(BERANDA_LOG_LEVEL: level, BERANDA_ACCESS_LOG: access)

        then:
        context.getLogger('dev.beranda.x').effectiveLevel == ours
        context.getLogger('io.netty').effectiveLevel == Level.WARN
        context.getLogger('org.jooq').effectiveLevel == Level.WARN
        context.getLogger('dev.beranda.access').effectiveLevel == accesses

        where:
        level     | access || ours        | accesses
        null      | null   || Level.INFO  | Level.OFF
        'debug'   | 'off'  || Level.DEBUG | Level.OFF
        'warn'    | 'on'   || Level.WARN  | Level.INFO
    }

    private void configure(Map<String, String> environment) {
        def logs = new Logs(environment.findAll { it.value })
        logs.context = context
        logs.configure(context)
    }

    private String line(Map<String, String> pairs, String text, Throwable failure = null) {
        def logger = context.getLogger('dev.beranda.test')
        def event = new LoggingEvent('test', logger, Level.INFO, text, failure, null)
        event.MDCPropertyMap = [request_id: 'abc']
        event.keyValuePairs = pairs.collect { new KeyValuePair(it.key, it.value) }
        def appender = context.getLogger('ROOT').getAppender('console') as ConsoleAppender<ILoggingEvent>
        new String(appender.encoder.encode(event), 'UTF-8')
    }
}

package dev.beranda.adapter.web.http

import ch.qos.logback.classic.Level
import ch.qos.logback.classic.Logger
import io.micronaut.context.ApplicationContext
import io.micronaut.runtime.server.EmbeddedServer
import org.slf4j.LoggerFactory
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** A real server with the desk behind its door, and wires to it that are cut after each feature. */
abstract class AtTheDoor extends Specification {

    static {
        logger('ROOT').level = Level.WARN
    }

    @Shared
    @AutoCleanup
    ApplicationContext context

    @Shared
    int port

    List<Wire> wires = []

    def setupSpec() {
        context = start(settings())
        port = context.getBean(EmbeddedServer).port
    }

    def cleanup() {
        wires*.close()
    }

    /** What this specification configures differently from the defaults, or, by null, does without. */
    Map<String, Object> settings() {
        [:]
    }

    static ApplicationContext start(Map<String, Object> settings) {
        ApplicationContext.run(EmbeddedServer, ([
                'desk'                      : true,
                'micronaut.server.port'     : -1,
                'micronaut.security.enabled': false,
                'endpoints.all.enabled'     : false,
        ] + settings).findAll { it.value != null }, 'test').applicationContext
    }

    Wire wire(Integer receiveBuffer = null) {
        Wire wire = new Wire(port, receiveBuffer)
        wires << wire
        wire
    }

    /** Of somebody elsewhere. */
    Wire wireFrom(String address) {
        Wire wire = new Wire(port, null, address)
        wires << wire
        wire
    }

    static Logger logger(String name) {
        LoggerFactory.getLogger(name) as Logger
    }

    int getVisitors() {
        context.getBean(Desk).visitors()
    }
}

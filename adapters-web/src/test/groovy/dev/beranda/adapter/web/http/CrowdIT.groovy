package dev.beranda.adapter.web.http

import io.micronaut.runtime.server.EmbeddedServer
import spock.lang.Specification

class CrowdIT extends Specification {

    def "an address has so many connections and no more, until it gives one back"() {
        given:
        def context = AtTheDoor.start(['beranda.http.connections-per-network': 5])
        int port = context.getBean(EmbeddedServer).port
        def wires = (1..5).collect { new Wire(port) }

        expect:
        wires.every { it.get('/api/hello').status == 200 }
        5.times {
            new Wire(port).withCloseable { assert it.isClosedWithin(2000) }
        }
        wires.every { it.get('/api/hello').status == 200 }

        when:
        wires.pop().close()
        sleep(200)
        wires << new Wire(port)

        then:
        wires.last().get('/api/hello').status == 200

        cleanup:
        wires*.close()
        context.close()
    }

    def "a proxy of ours has as many as there are, and there are so many and no more"() {
        given:
        def context = AtTheDoor.start([
                'beranda.http.connections-per-network': 5,
                'beranda.http.connections'            : 12,
                'beranda.trusted-proxies'             : '127.0.0.1',
        ])
        int port = context.getBean(EmbeddedServer).port
        def wires = (1..12).collect { new Wire(port) }

        expect:
        wires.every { it.get('/api/hello').status == 200 }
        new Wire(port).withCloseable { it.isClosedWithin(2000) }

        cleanup:
        wires*.close()
        context.close()
    }
}

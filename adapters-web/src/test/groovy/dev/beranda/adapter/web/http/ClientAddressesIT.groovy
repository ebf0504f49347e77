package dev.beranda.adapter.web.http

import io.micronaut.context.exceptions.BeanInstantiationException

class ClientAddressesIT extends AtTheDoor {

    Map<String, Object> settings() {
        ['beranda.trusted-proxies': '192.0.2.1, 127.0.0.0/8,::1']
    }

    def "a trusted proxy's word is taken, by our own code and by the framework's resolver"() {
        expect:
        wire().get('/api/who', fields).body == "ClientAddress[value=$client, network=$network] $client"

        where:
        fields                                                           || client        | network
        ['X-Forwarded-For': '1.2.3.4, 203.0.113.9']                      || '203.0.113.9' | '203.0.113.9'
        ['X-Forwarded-For': ['1.2.3.4', '2001:db8::9']]                  || '2001:db8::9' | '2001:db8::/64'
        ['Forwarded': 'for=1.2.3.4, for=203.0.113.9']                    || '203.0.113.9' | '203.0.113.9'
        ['Forwarded': 'for=1.2.3.4', 'X-Forwarded-For': '203.0.113.9']   || '127.0.0.1'   | '127.0.0.1'
        ['X-Real-IP': '1.2.3.4', 'True-Client-IP': '1.2.3.4']            || '127.0.0.1'   | '127.0.0.1'
    }

    def "nobody's word is taken where no proxy is trusted"() {
        given:
        def other = start([:])
        def wire = new Wire(other.getBean(io.micronaut.runtime.server.EmbeddedServer).port)

        expect:
        wire.get('/api/who', ['X-Forwarded-For': '1.2.3.4', 'Forwarded': 'for=1.2.3.4']).body.endsWith(' 127.0.0.1')

        cleanup:
        wire.close()
        other.close()
    }

    def "a misspelt proxy stops the start"() {
        when:
        start(['beranda.trusted-proxies': '127.0.0.1,10.0.0.0/40'])

        then:
        def failure = thrown(BeanInstantiationException)
        failure.cause.message == "BERANDA_TRUSTED_PROXIES: '10.0.0.0/40' is neither an address nor a CIDR range"
    }
}

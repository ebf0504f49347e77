package dev.beranda.adapter.web.http

import dev.beranda.domain.shared.ClientAddress
import spock.lang.Specification

class ClientAddressesSpec extends Specification {

    static final PROXIES = ['127.0.0.1', '10.0.0.0/8', '::1', '2001:db8:ffff::/48']

    def "the peer of the socket is the client, whatever the header fields say"() {
        expect:
        client('198.51.100.7', fields) == '198.51.100.7'

        where:
        fields << [
                ['X-Forwarded-For': ['1.2.3.4']],
                ['Forwarded': ['for=1.2.3.4']],
                ['X-Real-IP': ['1.2.3.4'], 'CF-Connecting-IP': ['1.2.3.4'], 'True-Client-IP': ['1.2.3.4']],
                [:],
        ]
    }

    def "behind our own proxies the client is the right-most hop that is not one of them"() {
        expect:
        client('10.0.0.1', ['X-Forwarded-For': forwardedFor]) == client

        where:
        forwardedFor                             || client
        ['203.0.113.9']                          || '203.0.113.9'
        ['1.2.3.4, 203.0.113.9']                 || '203.0.113.9'
        ['1.2.3.4,203.0.113.9,10.9.9.9']         || '203.0.113.9'
        ['1.2.3.4', '203.0.113.9', '10.9.9.9']   || '203.0.113.9'
        ['1.2.3.4, 203.0.113.9', '127.0.0.1']    || '203.0.113.9'
        ['127.0.0.1, 203.0.113.9']               || '203.0.113.9'
        ['no address at all, 203.0.113.9']       || '203.0.113.9'
        ['203.0.113.9:51234']                    || '203.0.113.9'
        ['2001:DB8:0:0::9']                      || '2001:db8::9'
        ['[2001:db8::9]']                        || '2001:db8::9'
        ['[2001:db8::9]:443']                    || '2001:db8::9'
        ['::ffff:203.0.113.9']                   || '203.0.113.9'
        ['203.0.113.9, ::ffff:10.1.1.1']         || '203.0.113.9'
        ['203.0.113.9, 2001:db8:ffff:1::1']      || '203.0.113.9'
        ['10.2.2.2, 10.9.9.9']                   || '10.2.2.2'
    }

    def "the standard's own field is read the same way"() {
        expect:
        client('10.0.0.1', ['Forwarded': forwarded]) == client

        where:
        forwarded                                             || client
        ['for=203.0.113.9']                                   || '203.0.113.9'
        ['For="203.0.113.9:4711";proto=http;by=10.0.0.1']     || '203.0.113.9'
        ['for="[2001:db8::9]:4711"']                          || '2001:db8::9'
        ['for=1.2.3.4, for=203.0.113.9;proto=https']          || '203.0.113.9'
        ['for=1.2.3.4', 'proto=http;for=203.0.113.9']         || '203.0.113.9'
        ['for="_hidden, for=1.2.3.4", for=203.0.113.9']       || '203.0.113.9'
    }

    def "where the hops cannot be believed the proxy itself is the client"() {
        expect:
        client('10.0.0.1', fields) == '10.0.0.1'

        where:
        fields << [
                ['X-Forwarded-For': ['']],
                ['X-Forwarded-For': ['203.0.113.9,']],
                ['X-Forwarded-For': ['unknown']],
                ['X-Forwarded-For': ['203.0.113.9, localhost']],
                ['X-Forwarded-For': ['203.0.113.9:port']],
                ['X-Forwarded-For': ['203.0.113.900']],
                ['X-Forwarded-For': ['0203.0.113.9']],
                ['X-Forwarded-For': ['3405803785']],
                ['X-Forwarded-For': ['127.1']],
                ['X-Forwarded-For': ['fe80::1%eth0']],
                ['X-Forwarded-For': ['[2001:db8::9']],
                ['X-Forwarded-For': ['[2001:db8::9]x']],
                ['Forwarded': ['for=unknown']],
                ['Forwarded': ['proto=https']],
                ['Forwarded': ['for=203.0.113.9;for=203.0.113.8']],
                ['Forwarded': ['for="203.0.113.9']],
                ['Forwarded': ['for="', 'for=203.0.113.9']],
                ['Forwarded': ['for="\\", for=203.0.113.9']],
                ['Forwarded': ['for=203.0.113.9'], 'X-Forwarded-For': ['203.0.113.8']],
                ['Forwarded': ['for=unknown'], 'X-Forwarded-For': ['203.0.113.9']],
                ['Forwarded': ['for=203.0.113.9'], 'X-Forwarded-For': ['unknown']],
        ]
    }

    def "two fields that agree are believed"() {
        expect:
        client('10.0.0.1', ['Forwarded': ['for=1.2.3.4, for="[2001:db8::9]"'], 'X-Forwarded-For': ['9.9.9.9, 2001:DB8::0:9']]) == '2001:db8::9'
    }

    def "an address has one spelling, and belongs to the network that one party holds"() {
        expect:
        new ClientAddresses([]).of(socket(peer), { [] }) == new ClientAddress(value, network)

        where:
        peer                       || value               | network
        '203.0.113.9'              || '203.0.113.9'       | '203.0.113.9'
        '::ffff:203.0.113.9'       || '203.0.113.9'       | '203.0.113.9'
        '2001:DB8:1:2:3:4:5:6'     || '2001:db8:1:2:3:4:5:6' | '2001:db8:1:2::/64'
        '2001:db8:1:2:ffff:0:0:1'  || '2001:db8:1:2:ffff::1' | '2001:db8:1:2::/64'
        '::1'                      || '::1'               | '::/64'
        'fe80::1%1'                || 'fe80::1'           | 'fe80::/64'
    }

    def "a range covers what shares its prefix"() {
        expect:
        new ClientAddresses([range]).isTrusted(IpAddress.parse(address).get()) == trusted

        where:
        range              | address            || trusted
        '10.0.0.0/8'       | '10.255.255.255'   || true
        '10.0.0.0/8'       | '11.0.0.0'         || false
        '10.1.2.3/8'       | '10.255.255.255'   || true
        '192.0.2.128/25'   | '192.0.2.127'      || false
        '192.0.2.128/25'   | '192.0.2.128'      || true
        '192.0.2.1'        | '192.0.2.2'        || false
        '0.0.0.0/0'        | '192.0.2.2'        || true
        '0.0.0.0/0'        | '2001:db8::1'      || false
        '::/0'             | '2001:db8::1'      || true
        '::/0'             | '192.0.2.2'        || false
        '2001:db8::/33'    | '2001:db8:7fff::1' || true
        '2001:db8::/33'    | '2001:db8:8000::1' || false
        '::ffff:192.0.2.1' | '192.0.2.1'        || true
    }

    def "an impossible range stops the start with one line that names it"() {
        when:
        new ClientAddresses(['127.0.0.1', range])

        then:
        def refusal = thrown(IllegalArgumentException)
        refusal.message == "BERANDA_TRUSTED_PROXIES: '$range' is neither an address nor a CIDR range"

        where:
        range << ['localhost', '10.0.0.0/33', '10.0.0.0/-1', '10.0.0.0/', '10.0.0/8', '::1/129', '10.0.0.0/8/8', '*', '010.0.0.1', '10.0.0.0/0x8']
    }

    def "blanks around a range, and nothing at all, are no mistake"() {
        expect:
        new ClientAddresses([' 127.0.0.1 ', '']).isTrusted(IpAddress.parse('127.0.0.1').get())
    }

    private static String client(String peer, Map<String, List<String>> fields) {
        new ClientAddresses(PROXIES).of(socket(peer), { fields[it] ?: [] }).value()
    }

    private static InetSocketAddress socket(String address) {
        new InetSocketAddress(InetAddress.getByName(address), 4711)
    }
}

package dev.beranda.domain.session

import dev.beranda.domain.shared.ClientAddress
import spock.lang.Specification

class DeviceSpec extends Specification {

    static final HERE = new ClientAddress('203.0.113.7', '203.0.113.7')

    def "a device is called what its owner calls it, else what it calls itself: #name, #userAgent"() {
        expect:
        new Device(name, userAgent, HERE).label() == label

        where:
        name            | userAgent     || label
        "Ayu's phone"   | 'curl/8.1'    || "Ayu's phone"
        ''              | 'curl/8.1'    || 'curl'
        ''              | ''            || ''
    }

    def "what a device calls itself, in words of ours: #kind"() {
        expect:
        new Device('whatever', userAgent, HERE).kind() == kind

        where:
        userAgent                                                                                                                                  || kind
        'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'                                                                    || 'Firefox (Linux)'
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36'                            || 'Chrome (Windows)'
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0'              || 'Edge (Windows)'
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 OPR/120.0.0.0'              || 'Opera (Windows)'
        'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15'                      || 'Safari (Mac)'
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'    || 'Safari (iPhone)'
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/139.0 Mobile/15E148 Safari/604.1'     || 'Chrome (iPhone)'
        'Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/140.0 Mobile/15E148 Safari/605.1.15'           || 'Firefox (iPad)'
        'Mozilla/5.0 (Linux; Android 15; SM-S931B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36' || 'Samsung Internet (Android)'
        'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36'                             || 'Chrome (ChromeOS)'
        'Dart/3.5 (dart:io)'                                                                                                                         || 'Dart'
        'Mozilla/5.0 (Windows NT 10.0)'                                                                                                              || 'Windows'
        'http://evil.test/win-a-prize'                                                                                                               || ''
        'x' * 100_000                                                                                                                                || ''
    }

    def "the neighbourhood of an address stays when a telephone gets another one: #address"() {
        expect:
        new ClientAddress(address, address).neighbourhood() == neighbourhood

        where:
        address             || neighbourhood
        '203.0.113.7'       || '203.0'
        '10.0.0.1'          || '10.0'
        '2001:db8::7'       || '2001:db8'
        '2001:db8:1:2::3'   || '2001:db8'
        '::1'               || ':'
    }
}

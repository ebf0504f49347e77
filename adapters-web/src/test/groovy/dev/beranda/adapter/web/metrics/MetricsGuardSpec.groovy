package dev.beranda.adapter.web.metrics

import dev.beranda.adapter.web.problem.Refusal
import io.micronaut.http.HttpMethod
import io.micronaut.http.HttpRequest
import io.micronaut.http.simple.SimpleHttpRequest
import spock.lang.Specification

class MetricsGuardSpec extends Specification {

    static final TOKEN = 'a-token-that-nobody-could-guess-at-all'

    def "without a token the numbers are for who asks on this machine: #what"() {
        expect:
        admits(new MetricsGuard(Optional.empty()), question(peer, fields)) == admitted

        where:
        what                        | peer            | fields                                                    || admitted
        'by name'                   | '127.0.0.1'     | [Host: 'localhost:8080']                                  || null
        'by address'                | '127.0.0.5'     | [Host: '127.0.0.1:8080']                                  || null
        'by IPv6'                   | '::1'           | [Host: '[::1]:8080']                                      || null
        'from the same network'     | '192.168.1.7'   | [Host: 'localhost:8080']                                  || 'not_found'
        'from anywhere'             | '203.0.113.7'   | [Host: 'localhost']                                       || 'not_found'
        'of a page with our name'   | '127.0.0.1'     | [Host: 'rebound.example']                                 || 'not_found'
        'of a name like ours'       | '127.0.0.1'     | [Host: 'localhost.example']                               || 'not_found'
        'by no name'                | '127.0.0.1'     | [:]                                                       || 'not_found'
        'passed on by RFC 7239'     | '127.0.0.1'     | [Host: 'localhost', Forwarded: 'for=203.0.113.7']         || 'not_found'
        'passed on as usual'        | '127.0.0.1'     | [Host: 'localhost', 'X-Forwarded-For': '127.0.0.1']       || 'not_found'
        'passed on by nginx'        | '127.0.0.1'     | [Host: 'localhost', 'X-Real-IP': '203.0.113.7']           || 'not_found'
        'passed on with a name'     | '127.0.0.1'     | [Host: 'localhost', 'X-Forwarded-Host': 'www.example.org'] || 'not_found'
        'passed on with a scheme'   | '127.0.0.1'     | [Host: 'localhost', 'X-Forwarded-Proto': 'https']         || 'not_found'
        'passed on by a cache'      | '127.0.0.1'     | [Host: 'localhost', Via: '1.1 varnish']                   || 'not_found'
        'with a token of no use'    | '203.0.113.7'   | [Host: 'localhost', Authorization: "Bearer $TOKEN"]       || 'not_found'
    }

    def "with a token they are for who shows it, from wherever, and for nobody else: #shown"() {
        expect:
        admits(new MetricsGuard(Optional.of(TOKEN)), question(peer, [Host: 'www.example.org', 'X-Forwarded-For': '203.0.113.9'] + (shown == null ? [:] : [Authorization: shown]))) == admitted

        where:
        peer          | shown                    || admitted
        '203.0.113.7' | "Bearer $TOKEN"          || null
        '127.0.0.1'   | "bearer $TOKEN"          || null
        '127.0.0.1'   | null                     || 'unauthenticated'
        '127.0.0.1'   | "Bearer ${TOKEN}x"       || 'token_not_valid'
        '127.0.0.1'   | "Bearer "                || 'token_not_valid'
        '127.0.0.1'   | "Basic $TOKEN"           || 'token_not_valid'
        '127.0.0.1'   | TOKEN                    || 'token_not_valid'
    }

    def "of two that are shown neither counts"() {
        expect:
        def question = question('127.0.0.1', [Host: 'localhost', Authorization: "Bearer $TOKEN"])
        question.headers.add('Authorization', "Bearer $TOKEN")
        admits(new MetricsGuard(Optional.of(TOKEN)), question) == 'token_not_valid'
    }

    def "a token that could be guessed is none: #text"() {
        expect:
        MetricsToken.isOne(text) == good

        where:
        text           || good
        TOKEN          || true
        'QQ' * 32 + '=' || true
        'x' * 31       || false
        'x' * 40 + ' ' || false
        'é' * 40       || false
    }

    private static String admits(MetricsGuard guard, HttpRequest<?> request) {
        try {
            guard.admit(request)
            null
        } catch (Refusal refusal) {
            refusal.message
        }
    }

    private static HttpRequest<?> question(String peer, Map<String, String> fields) {
        def request = new SimpleHttpRequest<Object>(HttpMethod.GET, '/prometheus', null) {

            @Override
            InetSocketAddress getRemoteAddress() {
                new InetSocketAddress(InetAddress.getByName(peer), 40000)
            }
        }
        fields.each { name, value -> request.headers.add(name, value as String) }
        request
    }
}

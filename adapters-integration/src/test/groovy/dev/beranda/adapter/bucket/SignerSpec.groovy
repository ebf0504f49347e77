package dev.beranda.adapter.bucket

import java.time.Instant
import spock.lang.Specification

/** Whether all that is sent is signed. */
class SignerSpec extends Specification {

    static final NOW = Instant.parse('2026-11-21T14:00:00Z')
    static final TARGET = URI.create('https://s3.test/bucket/media/1?list-type=2&prefix=a')

    def "another #what has another signature"() {
        expect:
        sign(method, URI.create(target), body.bytes, at) != sign('GET', TARGET, 'x'.bytes, NOW)

        where:
        what     | method | target                                                    | body | at
        'method' | 'PUT'  | TARGET as String                                          | 'x'  | NOW
        'host'   | 'GET'  | 'https://s3.test:8443/bucket/media/1?list-type=2&prefix=a' | 'x'  | NOW
        'path'   | 'GET'  | 'https://s3.test/bucket/media/2?list-type=2&prefix=a'     | 'x'  | NOW
        'query'  | 'GET'  | 'https://s3.test/bucket/media/1?list-type=2&prefix=b'     | 'x'  | NOW
        'body'   | 'GET'  | TARGET as String                                          | 'y'  | NOW
        'time'   | 'GET'  | TARGET as String                                          | 'x'  | NOW.plusSeconds(1)
    }

    def "the secret is nowhere in it"() {
        expect:
        !sign('GET', TARGET, new byte[0], NOW).toString().contains('hush')
    }

    private static Map<String, String> sign(String method, URI target, byte[] body, Instant at) {
        new Signer(new BucketSettings(URI.create('https://s3.test'), 'eu-1', 'bucket', 'key', 'hush')).sign(method, target, body, at)
    }
}

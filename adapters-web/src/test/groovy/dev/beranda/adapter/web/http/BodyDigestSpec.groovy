package dev.beranda.adapter.web.http

import io.netty.buffer.Unpooled
import io.netty.handler.codec.http.DefaultHttpRequest
import io.netty.handler.codec.http.HttpMethod
import io.netty.handler.codec.http.HttpVersion
import spock.lang.Specification

class BodyDigestSpec extends Specification {

    static final JSON = 'application/json'

    def "a body is told from others, and from the same bytes of another type"() {
        expect:
        digest(JSON, '{"a":1}') == digest(JSON, '{"a":1}')
        digest(JSON, '{"a":1}') != digest(JSON, '{"a":2}')
        digest(JSON, 'a=1') != digest('application/x-www-form-urlencoded', 'a=1')
        digest(JSON, '') ==~ /[\w-]{43}/
    }

    def "of a form with files the word between its parts does not count, all else does"() {
        expect:
        digest(type('xyz'), form('xyz', 'cat')) == digest(type('0815'), form('0815', 'cat'))
        digest(type('xyz'), form('xyz', 'cat')) == digest('multipart/form-data; charset=utf-8; boundary="xyz"', form('xyz', 'cat'))
        digest(type('xyz'), form('xyz', 'cat')) != digest(type('xyz'), form('xyz', 'dog'))
        digest(type('xyz'), form('xyz', 'cat') + form('xyz', 'dog')) != digest(type('xyz'), form('xyz', 'catdog'))
    }

    def "parts that are joined are not those that are apart"() {
        expect:
        digest(type('x'), 'a--xb') != digest(type('x'), 'ab')
    }

    def "what a client says itself is taken away"() {
        expect:
        digest(JSON, 'a', 'mine') == digest(JSON, 'a')
        noted(JSON, 'a', [('X-Beranda-Body'): 'mine']) == null
    }

    def "a body that has been read already in part is left where it is"() {
        given:
        def body = Unpooled.wrappedBuffer('before{"a":1}'.bytes).skipBytes(6)
        def head = head(JSON, ['Idempotency-Key': 'key'])

        when:
        BodyDigest.note(head, body)

        then:
        head.headers().get('X-Beranda-Body') == digest(JSON, '{"a":1}')
        body.readableBytes() == 7
    }

    private static String digest(String type, String body, String said = null) {
        noted(type, body, ['Idempotency-Key': 'key'] + (said ? ['X-Beranda-Body': said] : [:]))
    }

    private static String noted(String type, String body, Map<String, String> headers) {
        def head = head(type, headers)
        BodyDigest.note(head, Unpooled.wrappedBuffer(body.bytes))
        head.headers().get('X-Beranda-Body')
    }

    private static DefaultHttpRequest head(String type, Map<String, String> headers) {
        def head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, '/')
        head.headers().set('Content-Type', type)
        headers.each { name, value -> head.headers().set(name, value) }
        head
    }

    private static String type(String boundary) {
        "multipart/form-data; boundary=$boundary"
    }

    private static String form(String boundary, String content) {
        "--$boundary\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n$content\r\n--$boundary--\r\n"
    }
}

package dev.beranda.adapter.web.input

import dev.beranda.adapter.web.problem.Refusal
import spock.lang.Specification

class MultipartSpec extends Specification {

    static final PIXELS = [0, 13, 10, 45, 45, 13, 10, 13, 10, -1] as byte[]

    def "a file and a text are taken apart, byte for byte, as #how sends them"() {
        given:
        def upload = Multipart.upload(body, boundary).get()

        expect:
        upload.file('file').get() == PIXELS
        upload.allowing('file', 'alt').text('alt').get() == 'A boat – perahu'
        !upload.allowing('file', 'alt').flawed

        where:
        how         | boundary                          | body
        'a browser' | '----WebKitFormBoundary7MA4YWxkT' | form(boundary, [file('file', '../../x\u0000.png'), text('alt', 'A boat – perahu')])
        'curl'      | '------------------------d74496d' | form(boundary, [text('alt', 'A boat – perahu'), file('file', 'x' * 300)], '\r\n')
        'anybody'   | 'x'                               | form(boundary, [text('alt', 'A boat – perahu', 'Content-Type: text/plain\r\nCONTENT-DISPOSITION:form-data;name="alt"'), file('file', 'a.html', 'text/html')])
    }

    def "what the file is called is of no interest: #name"() {
        expect:
        Multipart.upload(form('b', [file('file', name)]), 'b').get().file('file').get() == PIXELS

        where:
        name << ['../../etc/passwd', 'a\u0000.png', 'x' * 300, '', 'a"; name="alt', 'con.php', '🚢.svg']
    }

    def "what is no well-formed form is none: #what"() {
        expect:
        Multipart.upload(body, boundary).empty

        where:
        what                   | boundary  | body
        'nothing'              | 'b'       | new byte[0]
        'no boundary'          | ''        | form('', [text('a', 'b')])
        'a boundary too long'  | 'b' * 71  | form('b' * 71, [text('a', 'b')])
        'a boundary of lines'  | 'b\r\nc'  | form('b\r\nc', [text('a', 'b')])
        'another boundary'     | 'c'       | form('b', [text('a', 'b')])
        'no end'               | 'b'       | '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx'.bytes
        'an end too early'     | 'b'       | '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--b'.bytes
        'something behind it'  | 'b'       | form('b', [text('a', 'b')], 'more')
        'something before it'  | 'b'       | ('hello\r\n' + new String(form('b', [text('a', 'b')]))).bytes
        'no name'              | 'b'       | form('b', [text('a', 'b', 'Content-Disposition: form-data')])
        'no disposition'       | 'b'       | form('b', [text('a', 'b', 'Content-Type: text/plain')])
        'another disposition'  | 'b'       | form('b', [text('a', 'b', 'Content-Disposition: attachment; name="a"')])
        'a name twice'         | 'b'       | form('b', [text('a', 'b'), text('a', 'c')])
        'a file twice'         | 'b'       | form('b', [file('file', 'a'), file('file', 'b')])
        'a text as a file too' | 'b'       | form('b', [text('file', 'a'), file('file', 'b')])
        'a name of signs'      | 'b'       | form('b', [text('a[0]', 'b')])
        'a text not in UTF-8'  | 'b'       | [*'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n'.bytes, -1, *'\r\n--b--'.bytes] as byte[]
        'an endless head'      | 'b'       | form('b', [text('a', 'b', 'Content-Disposition: form-data; name="a"\r\nX: ' + 'x' * 9000)])
        'too many parts'       | 'b'       | form('b', (1..21).collect { text("a$it", 'b') })
    }

    def "files that nobody asked for are told of, and those that are missing or empty"() {
        given:
        def upload = Multipart.upload(form('b', [file('other', 'x'), file('hollow', 'x', 'image/png', new byte[0])]), 'b').get()
        def fields = upload.allowing('file')

        expect:
        upload.file('file').empty
        upload.file('hollow').empty
        fields.flaws().collectEntries { [it.field(), it.flaw().code()] } == [other: 'not_text', file: 'required', hollow: 'file_empty']
    }

    def "a field that nobody knows is refused"() {
        when:
        Multipart.upload(form('b', [text('owner', 'me')]), 'b').get().allowing('file', 'alt')

        then:
        thrown(Refusal)
    }

    private static byte[] form(String boundary, List<byte[]> parts, String end = '') {
        def bytes = new ByteArrayOutputStream()
        parts.each {
            bytes.write("--$boundary\r\n".getBytes('UTF-8'))
            bytes.write(it)
            bytes.write('\r\n'.bytes)
        }
        bytes.write("--$boundary--$end".getBytes('UTF-8'))
        bytes.toByteArray()
    }

    private static byte[] text(String name, String value, String head = "Content-Disposition: form-data; name=\"$name\"") {
        "$head\r\n\r\n$value".getBytes('UTF-8')
    }

    private static byte[] file(String name, String called, String type = 'image/png', byte[] content = PIXELS) {
        def bytes = new ByteArrayOutputStream()
        bytes.write("Content-Disposition: form-data; name=\"$name\"; filename=\"${called.replace('"', '%22')}\"\r\nContent-Type: $type\r\n\r\n".getBytes('UTF-8'))
        bytes.write(content)
        bytes.toByteArray()
    }
}

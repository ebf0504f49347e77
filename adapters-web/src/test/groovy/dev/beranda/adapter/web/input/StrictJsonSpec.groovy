package dev.beranda.adapter.web.input

import java.nio.charset.StandardCharsets
import spock.lang.Specification

class StrictJsonSpec extends Specification {

    def "an object is read with every kind of value"() {
        expect:
        StrictJson.object('{"a":"x","b":true,"c":12,"d":[1,"y",[]],"e":{"f":false},"g":null}'.bytes).get() ==
                [a: 'x', b: true, c: 12.0, d: [1.0, 'y', []], e: [f: false], g: StrictJson.NULL]
    }

    def "what is not exactly one object in UTF-8 is not read: #what"() {
        expect:
        StrictJson.object(bytes).empty

        where:
        what                  | bytes
        'nothing'             | new byte[0]
        'a list'              | '[]'.bytes
        'a word'              | '"x"'.bytes
        'null'                | 'null'.bytes
        'a name twice'        | '{"a":1,"a":2}'.bytes
        'a name twice, deep'  | '{"x":{"a":1,"a":2}}'.bytes
        'something behind'    | '{"a":1} {"b":2}'.bytes
        'a bracket behind'    | '{"a":1}}'.bytes
        'an open end'         | '{"a":1'.bytes
        'single quotes'       | "{'a':1}".bytes
        'bare names'          | '{a:1}'.bytes
        'a comma too many'    | '{"a":1,}'.bytes
        'a comment'           | '{"a":1/*x*/}'.bytes
        'not a number'        | '{"a":NaN}'.bytes
        'a leading zero'      | '{"a":01}'.bytes
        'a control character' | '{"a":"x\ny"}'.bytes
        'a byte order mark'   | '\ufeff{"a":1}'.getBytes(StandardCharsets.UTF_8)
        'broken UTF-8'        | [0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xc3, 0x28, 0x22, 0x7d] as byte[]
        'UTF-16'              | '{"a":1}'.getBytes(StandardCharsets.UTF_16BE)
        'deep lists'          | ('[' * 100_000).bytes
        'deep objects'        | ('{"a":' * 100_000).bytes
        'a deep value'        | ('{"a":' + '[' * 100 + ']' * 100 + '}').bytes
        'an endless number'   | ('{"a":' + '1' * 100_000 + '}').bytes
        'an endless name'     | ('{"' + 'a' * 100_000 + '":1}').bytes
        'a million names'     | ('{' + (1..100_000).collect { '"' + it + '":1' }.join(',') + '}').bytes
    }

    def "a huge exponent stays a small number object"() {
        expect:
        StrictJson.object('{"a":1e999999999}'.bytes).map { it.a instanceof BigDecimal }.orElse(true)
    }
}

package dev.beranda.adapter.security.token

import static dev.beranda.adapter.security.token.Installation.LIFETIME
import static dev.beranda.adapter.security.token.Installation.NOON
import static dev.beranda.adapter.security.token.Installation.claims

import spock.lang.Specification

/// What a token may say that is genuinely signed.
class AccessClaimsSpec extends Specification {

    static final long NOW = NOON.epochSecond
    static final long END = NOW + LIFETIME.toSeconds()

    def installation = new Installation()
    def tokens = installation.node()

    def "the usual claims are good"() {
        expect:
        isGood(claims())
    }

    def "the issuer has to be ours, to the letter: #iss"() {
        expect:
        !isGood(claims(iss: iss))

        where:
        iss << [
            null, 'null', '""', '1', '{}', '["https://beranda.test"]', '"https://beranda.test/"', '"https://beranda.test "',
            '"HTTPS://beranda.test"', '"https://Beranda.test"', '"http://beranda.test"', '"beranda.test"',
            '"https://beranda.test.evil.test"', '"https://evil.test/https://beranda.test"',
        ]
    }

    def "the audience has to be ours and nobody else's: #aud"() {
        expect:
        !isGood(claims(aud: aud))

        where:
        aud << [
            null, 'null', '""', '1', '{}', '[]', '["beranda"]', '["beranda","elsewhere"]', '["elsewhere","beranda"]',
            '["beranda","beranda"]', '[["beranda"]]',
            '"Beranda"', '"beranda/"', '"beranda "', '"beranda,elsewhere"', '"elsewhere"', '"beranda\\u0000"',
        ]
    }

    def "a token ends in time, and says when in whole seconds: #exp"() {
        expect:
        isGood(claims(exp: exp)) == good

        where:
        exp                             || good
        "${NOW + 1}"                    || true
        "$END"                          || true
        "$NOW"                          || false
        "${NOW - 1}"                    || false
        "${END + 1}"                    || false
        "${END}000"                     || false
        "0"                             || false
        "-1"                            || false
        "-$END"                         || false
        "1e18"                          || false
        "1000000000000000000"           || false
        "9223372036854775807"           || false
        "9223372036854775808"           || false
        "9" * 1000                      || false
        "1e400"                         || false
        "${END}.0"                      || false
        "${NOW}.5"                      || false
        "1.7e9"                         || false
        "\"$END\""                      || false
        "[$END]"                        || false
        "true"                          || false
        "null"                          || false
        null                            || false
    }

    def "a token has begun, give or take the minute by which clocks differ: #iat"() {
        expect:
        isGood(claims(iat: iat)) == good

        where:
        iat               || good
        "$NOW"            || true
        "${NOW + 60}"     || true
        "${NOW + 61}"     || false
        "${NOW + 600}"    || false
        "${NOW}000"       || false
        "${NOW - 1}"      || false
        "0"               || false
        "-1"              || false
        "${NOW}.0"        || false
        "\"$NOW\""        || false
        "null"            || false
        null              || false
    }

    def "a token lasts no longer than the longest, whatever it says"() {
        expect:
        isGood(claims(iat: "${NOW - 60}", exp: "${END - 60}"))
        !isGood(claims(iat: "${NOW - 60}", exp: "${END - 59}"))
    }

    def "a token that is not to be used yet is not: #nbf"() {
        expect:
        isGood(claims(nbf: nbf)) == good

        where:
        nbf            || good
        null           || true
        "${NOW - 60}"  || true
        "${NOW + 60}"  || true
        "${NOW + 61}"  || false
        "${NOW}.0"     || false
        "\"$NOW\""     || false
        "-1"           || false
        "null"         || false
    }

    def "a claim is there and as we write it: #claim #value"() {
        expect:
        !isGood(claims((claim): value))

        where:
        [claim, value] << [
            sub : [
                null, 'null', '1', '""', '"sari"', '"1-1-1-1-1"', '"019200000000700080000000000000a1"',
                '"01920000-0000-7000-8000-0000000000A1"', '"{01920000-0000-7000-8000-0000000000a1}"',
                '" 01920000-0000-7000-8000-0000000000a1"', '["01920000-0000-7000-8000-0000000000a1"]',
            ],
            sid : [null, 'null', '1', '""', '"f1"', '"1-1-1-1-1"', '"01920000-0000-7000-8000-0000000000F1"', '{}'],
            role: [null, 'null', '3', '""', '"AUTHOR"', '"Author"', '"root"', '"author "', '["author"]', '["admin"]'],
            ath : [null, 'null', '"3"', '3.0', '3e0', '-1', '2147483648', '4294967299', '9223372036854775808', 'true', '[3]'],
        ].collectMany { name, values -> values.collect { [name, it] } }
    }

    def "what the next release says besides is passed over, as long as it is plain"() {
        expect:
        isGood(claims(amr: '"pwd"', level: '2'))
        !isGood(claims(amr: '["pwd"]'))
        !isGood(claims(act: '{"sub":"x"}'))
        !isGood(claims(level: '2.5'))
        !isGood(claims(level: 'true'))
    }

    def "claims are one JSON object and nothing else: #what"() {
        expect:
        !isGood(json)

        where:
        what                       | json
        "nothing"                  | ""
        "null"                     | "null"
        "a text"                   | '"claims"'
        "a number"                 | "1"
        "an array"                 | "[${claims()}]"
        "an empty object"          | "{}"
        "not closed"               | claims()[0..-2]
        "closed twice"             | claims() + "}"
        "two objects"              | claims() + claims()
        "a word after it"          | claims() + "x"
        "NUL after it"             | claims() + "\u0000"
        "a comment"                | "/* */" + claims()
        "a mark before it"         | "\ufeff" + claims()
        "single quotes"            | claims().replace('"', "'")
        "a comma too many"         | claims()[0..-2] + ",}"
        "the same name twice"      | claims()[0..-2] + ',"sub":"01920000-0000-7000-8000-0000000000a1"}'
        "a name twice, disguised"  | claims()[0..-2] + ',"\\u0073ub":"01920000-0000-7000-8000-0000000000a2"}'
        "an unknown name twice"    | claims()[0..-2] + ',"x":1,"x":1}'
        "half a surrogate"         | claims(role: '"\\ud800"')
        "nested a thousand deep"   | claims(x: "[" * 1000 + "]" * 1000)
        "objects a hundred deep"   | claims(x: '{"a":' * 100 + "1" + "}" * 100)
    }

    def "claims are UTF-8: #charset"() {
        expect:
        FlatJson.read(claims().getBytes("UTF-8")).text("aud") == "beranda"

        when:
        FlatJson.read(claims(aud: '"é"').getBytes(charset))

        then:
        thrown(Malformed)

        where:
        charset << ["UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1"]
    }

    def "no depth and no length of JSON makes the reader fail otherwise: #what"() {
        when:
        FlatJson.read(json.bytes)

        then:
        thrown(Malformed)

        where:
        what                | json
        "arrays"            | '{"a":' + "[" * 100_000
        "objects"           | '{"a":' * 100_000
        "only arrays"       | "[" * 100_000
        "a long number"     | '{"a":' + "9" * 1_000_000 + "}"
        "a long text"       | '{"a":"' + "x" * 1_000_000
    }

    private boolean isGood(String claims) {
        tokens.check(installation.signed(installation.header(), claims)).present
    }
}

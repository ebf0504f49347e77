package dev.beranda.adapter.security.token

import dev.beranda.adapter.security.token.InstallationSecret.Purpose
import spock.lang.Specification

class InstallationSecretSpec extends Specification {

    static final GOOD = "mkKd0Rzg9EEN31u+xj/Tvs0pJyo9y6Fv5XT8sKWs3lM="
    static final byte[] GOOD_BYTES = GOOD.decodeBase64()

    static final FEW_BYTES = [
        141, 66, 3, 38, 90, 3, 17, 200, 66, 38, 90, 250, 200, 90, 3, 90, 250, 141, 17, 250, 17, 200, 17, 38,
        17, 17, 3, 3, 90, 90, 17, 17, 141, 66, 90, 90, 17, 90, 250, 141, 3, 66, 250, 17, 17, 141, 200, 66,
    ]

    def "a key follows from the secret and its purpose for good: #purpose"() {
        given:
        def key = InstallationSecret.of(GOOD).key(purpose)

        expect:
        key.algorithm == algorithm
        key.encoded.encodeHex().toString() == bytes

        where:
        purpose                || algorithm    | bytes
        Purpose.REFRESH_TOKENS || "HmacSHA256" | "6e5ca59e639f17fa897c25c3d496c2d8ea183eb9423528a737b1530906909046"
        Purpose.SIGNING_KEYS   || "AES"        | "70041bdf05612fe79729ebaf14116375363c5c7c7551532bea7af092876c81d6"
    }

    def "a secret may be written in any common way: #how"() {
        expect:
        InstallationSecret.of(text).key(Purpose.SIGNING_KEYS) == InstallationSecret.of(GOOD_BYTES).key(Purpose.SIGNING_KEYS)

        where:
        how                    | text
        "Base64"               | GOOD
        "without padding"      | GOOD.replace("=", "")
        "for URLs"             | GOOD.replace("+", "-").replace("/", "_")
        "with a line's end"    | " $GOOD\n"
        "hexadecimal"          | GOOD_BYTES.encodeHex().toString()
        "hexadecimal, capital" | GOOD_BYTES.encodeHex().toString().toUpperCase()
    }

    def "other bytes give other keys"() {
        given:
        def other = GOOD_BYTES.clone()
        other[31] ^= 1

        expect:
        InstallationSecret.of(other).key(Purpose.SIGNING_KEYS) != InstallationSecret.of(GOOD_BYTES).key(Purpose.SIGNING_KEYS)
    }

    def "who keeps the bytes cannot change the secret"() {
        given:
        def bytes = GOOD_BYTES.clone()
        def secret = InstallationSecret.of(bytes)

        when:
        bytes[0] ^= 1

        then:
        secret.key(Purpose.SIGNING_KEYS) == InstallationSecret.of(GOOD_BYTES).key(Purpose.SIGNING_KEYS)
    }

    def "a text that is no secret is refused in one line that does not repeat it: #what"() {
        when:
        InstallationSecret.of(text)

        then:
        def refusal = thrown(IllegalArgumentException)
        isDiscreet(refusal.message, text)

        where:
        what                          | text
        "nothing"                     | ""
        "blanks"                      | "   "
        "the placeholder"             | "changeme"
        "the placeholder, often"      | "ChangeMe" * 8
        "the placeholder, dressed up" | "CHANGE_ME_12" + GOOD
        "a word in good bytes"        | "Secret" + GOOD.drop(6)
        "a pass phrase"               | "correct horse battery staple and some more words"
        "a pass phrase in one word"   | "correcthorsebatterystapleandsomemorewordsthatfit"
        "shouting"                    | "CORRECTHORSEBATTERYSTAPLEANDSOMEMOREWORDSTHATFIT"
        "a text in Base64"            | "Correct horse battery staple and some more words".bytes.encodeBase64().toString()
        "31 bytes"                    | (GOOD_BYTES[0..30] as byte[]).encodeBase64().toString()
        "31 bytes, hexadecimal"       | "9a" * 15 + "00ff31"
        "half of it"                  | GOOD.take(22)
        "zeros"                       | "A" * 43 + "="
        "zeros, hexadecimal"          | "0" * 64
        "counted up, hexadecimal"     | (0..31).collect { String.format("%02x", it) }.join()
        "no Base64"                   | "{" + GOOD
        "no letters at all"           | "ключ" * 12
    }

    def "bytes that are no secret are refused: #what"() {
        when:
        InstallationSecret.of(bytes as byte[])

        then:
        def refusal = thrown(IllegalArgumentException)
        isDiscreet(refusal.message, new String(bytes as byte[], "ISO-8859-1"))

        where:
        what                    | bytes
        "none"                  | []
        "31 good ones"          | GOOD_BYTES[0..30]
        "zeros"                 | [0] * 32
        "all the same"          | [0x5a] * 64
        "two in turn"           | [1, -1] * 32
        "few, well mixed"       | FEW_BYTES
        "a short row, repeated" | (GOOD_BYTES[0..7]) * 8
        "counted up"            | (1..64)
        "counted in sevens"     | (0..31).collect { it * 7 }
        "words"                 | "correct horse battery staple and some more".bytes
        "zeros after good ones" | GOOD_BYTES[0..11] + [0] * 52
    }

    private static boolean isDiscreet(String message, String secret) {
        !message.contains("\n") && (secret.blank || !message.contains(secret))
    }
}

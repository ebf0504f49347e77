package dev.beranda.domain.session

import dev.beranda.domain.shared.Role
import dev.beranda.domain.user.UserId
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.InstantSource
import java.time.ZoneOffset
import spock.lang.Specification

abstract class AccessTokensContract extends Specification {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z")
    static final Duration LIFETIME = Duration.ofMinutes(15)
    static final USER = new UserId(UUID.fromString("01920000-0000-7000-8000-0000000000a1"))
    static final SESSION = new SessionId(UUID.fromString("01920000-0000-7000-8000-0000000000f1"))

    Instant now = NOON
    AccessTokens tokens = tokensBy(({ now } as InstantSource).withZone(ZoneOffset.UTC))

    /// Tokens that live for [#LIFETIME] and take their time from this clock.
    abstract AccessTokens tokensBy(Clock clock)

    def "a token says who acts, as what, in which session and until when"() {
        given:
        def access = new Access(new Bearer(USER, role, authority, false), SESSION, NOON, NOON + LIFETIME)

        expect:
        tokens.check(tokens.sign(access)) == Optional.of(access)

        where:
        role        | authority
        Role.READER | 0
        Role.AUTHOR | 1
        Role.EDITOR | 300
        Role.ADMIN  | Integer.MAX_VALUE
    }

    def "a token is good until the moment it expires"() {
        given:
        def token = tokens.sign(access())

        when:
        now = NOON + after

        then:
        tokens.check(token).present == good

        where:
        after                   || good
        Duration.ZERO           || true
        LIFETIME.minusMillis(1) || true
        LIFETIME                || false
        LIFETIME.plusDays(1)    || false
    }

    def "a token that was good before is no better for it once it has expired"() {
        given:
        def token = tokens.sign(access())
        assert tokens.check(token).present

        when:
        now = NOON + LIFETIME

        then:
        tokens.check(token).empty
    }

    def "what was checked is recalled for as long as it is good"() {
        given:
        def token = tokens.sign(access())

        expect:
        tokens.recall(token).empty
        tokens.check(token) == tokens.recall(token)

        when:
        now = NOON + LIFETIME

        then:
        tokens.recall(token).empty
    }

    def "nobody's token is recalled, however often it was shown"() {
        given:
        def forged = new AccessToken(tokens.sign(access()).reveal() + "A")

        expect:
        (1..3).every { tokens.check(forged).empty && tokens.recall(forged).empty }
    }

    def "times are told to the second, so that a token never lasts longer than it was meant to"() {
        given:
        def precise = new Access(bearer(), SESSION, NOON.plusMillis(400), NOON.plusMillis(60_900))

        expect:
        tokens.check(tokens.sign(precise)) == Optional.of(new Access(bearer(), SESSION, NOON, NOON.plusSeconds(60)))
    }

    def "a token that expires at once is good for nothing"() {
        expect:
        tokens.check(tokens.sign(new Access(bearer(), SESSION, NOON, NOON))).empty
    }

    def "no two tokens are the same"() {
        expect:
        (1..20).collect { tokens.sign(access()).reveal() }.toSet().size() == 20
    }

    def "who is barred gets no token"() {
        when:
        tokens.sign(new Access(new Bearer(USER, Role.ADMIN, 1, true), SESSION, NOON, NOON + LIFETIME))

        then:
        thrown(IllegalArgumentException)
    }

    def "a token is nobody's once any of its characters is another"() {
        given:
        def good = tokens.sign(access()).reveal()

        expect:
        (0..<good.length()).every { place -> isNobodys(good.substring(0, place) + another(good[place]) + good.substring(place + 1)) }
        tokens.check(new AccessToken(good)).present
    }

    def "a token is nobody's once it is longer or shorter"() {
        given:
        def good = tokens.sign(access()).reveal()

        expect:
        (0..<good.length()).every { length -> isNobodys(good.substring(0, length)) }
        isNobodys(good.substring(1))
        ["=", "A", " ", "\n", "\u0000", ".", good].every { extra -> isNobodys(good + extra) && isNobodys(extra + good) }
    }

    def "what was never signed is nobody's: #what"() {
        expect:
        isNobodys(text)

        where:
        what                    | text
        "nothing"               | ""
        "a blank"               | " "
        "a word"                | "access"
        "one dot"               | "."
        "two dots"              | ".."
        "a thousand dots"       | "." * 1000
        "what is signed by none" | "eyJhbGciOiJub25lIn0.e30."
        "letters of the world"  | "é.é.é"
        "half a surrogate pair" | "\ud800.\ud800.\ud800"
        "a megabyte"            | "A" * 1_000_000
    }

    protected static Access access() {
        new Access(bearer(), SESSION, NOON, NOON + LIFETIME)
    }

    protected static Bearer bearer() {
        new Bearer(USER, Role.AUTHOR, 3, false)
    }

    protected boolean isNobodys(String text) {
        tokens.check(new AccessToken(text)).empty
    }

    protected static String another(String character) {
        character == "A" ? "B" : "A"
    }
}

package dev.beranda.domain.session

import spock.lang.Specification

abstract class RefreshTokensContract extends Specification {

    static final SESSION = new SessionId(UUID.fromString("01920000-0000-7000-8000-0000000000f1"))
    static final ANOTHER = new SessionId(UUID.fromString("01920000-0000-7000-8000-0000000000f2"))

    abstract RefreshTokens getTokens()

    def "a token opens to the claim that was sealed into it"() {
        given:
        def claim = new RefreshClaim(session, generation)

        expect:
        tokens.open(tokens.seal(claim)) == Optional.of(claim)

        where:
        session | generation
        SESSION | 1
        SESSION | 2
        ANOTHER | 255
        ANOTHER | 256
        SESSION | Integer.MAX_VALUE
    }

    def "the same claim always gives the same token"() {
        expect:
        sealed(SESSION, 7) == sealed(SESSION, 7)
    }

    def "another claim gives another token"() {
        expect:
        [sealed(SESSION, 1), sealed(SESSION, 2), sealed(ANOTHER, 1), sealed(ANOTHER, 2)].toSet().size() == 4
    }

    def "a token opens to nothing once any of its characters is another"() {
        given:
        def good = sealed(SESSION, 3)

        expect:
        (0..<good.length()).every { place -> opensToNothing(good.substring(0, place) + another(good[place]) + good.substring(place + 1)) }
    }

    def "a token opens to nothing once it is longer or shorter"() {
        given:
        def good = sealed(SESSION, 3)

        expect:
        (0..<good.length()).every { length -> opensToNothing(good.substring(0, length)) }
        opensToNothing(good.substring(1))
        ["=", "A", " ", "\n", "\u0000", ".", good].every { extra -> opensToNothing(good + extra) && opensToNothing(extra + good) }
    }

    def "what was never sealed opens to nothing: #what"() {
        expect:
        opensToNothing(text)

        where:
        what                    | text
        "nothing"               | ""
        "a blank"               | " "
        "a word"                | "refresh"
        "zeros"                 | "A" * 71
        "what looks signed"     | "eyJhbGciOiJub25lIn0.e30."
        "letters of the world"  | "é" * 71
        "half a surrogate pair" | "\ud800" * 71
        "a megabyte"            | "A" * 1_000_000
    }

    protected String sealed(SessionId session, int generation) {
        tokens.seal(new RefreshClaim(session, generation)).reveal()
    }

    protected boolean opensToNothing(String text) {
        tokens.open(new RefreshToken(text)).empty
    }

    protected static String another(String character) {
        character == "A" ? "B" : "A"
    }
}

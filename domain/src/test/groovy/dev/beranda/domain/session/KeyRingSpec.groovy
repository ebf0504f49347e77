package dev.beranda.domain.session

import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class KeyRingSpec extends Specification {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z")
    static final Duration TOKEN = Duration.ofMinutes(15)

    def "a key signs from its beginning until it retires: #when"() {
        expect:
        ring(first: 0).signer(at).map { it.id() }.orElse("nobody") == signer

        where:
        when                         | at                    || signer
        "announced"                  | day(0).minusNanos(1)  || "nobody"
        "from its beginning"         | day(0)                || "first"
        "on the last of ninety days" | day(90).minusNanos(1) || "first"
        "retired"                    | day(90)               || "nobody"
    }

    def "of several whose time it is, the one that began last signs"() {
        expect:
        ring(keys).signer(day(at)).map { it.id() } == Optional.of(signer)

        where:
        keys                               | at || signer
        [first: 0, second: 90]             | 89 || "first"
        [first: 0, second: 90]             | 90 || "second"
        [first: 0, second: 60]             | 59 || "first"
        [first: 0, second: 60]             | 60 || "second"
        [second: 60, first: 0]             | 60 || "second"
        [first: 0, second: 30, third: 100] | 99 || "second"
    }

    def "a key is published from the day it is made until its last token has expired: #when"() {
        expect:
        ring(first: 0, second: 90).published(at)*.id() == published

        where:
        when                                 | at                                || published
        "before the first begins"            | day(-1)                           || ["first", "second"]
        "while the first signs"              | day(45)                           || ["first", "second"]
        "when the second takes over"         | day(90)                           || ["first", "second"]
        "while a token of the first is good" | day(90).plus(TOKEN).minusNanos(1) || ["first", "second"]
        "when the last of them has expired"  | day(90).plus(TOKEN)               || ["second"]
        "when both are done"                 | day(180).plus(TOKEN)              || []
    }

    def "the next key is due when the last retires, and made a day ahead: #when"() {
        expect:
        ring(keys).nextDue(at) == due

        where:
        when                                   | keys                   | at                     || due
        "there is none yet"                    | [:]                    | day(0)                 || Optional.of(day(0))
        "the only one has just begun"          | [first: 0]             | day(0)                 || Optional.empty()
        "it is too early to announce the next" | [first: 0]             | day(89).minusNanos(1)  || Optional.empty()
        "it is time to announce the next"      | [first: 0]             | day(89)                || Optional.of(day(90))
        "it is high time"                      | [first: 0]             | day(90).minusNanos(1)  || Optional.of(day(90))
        "the next is announced"                | [first: 0, second: 90] | day(89)                || Optional.empty()
        "the next signs"                       | [first: 0, second: 90] | day(100)               || Optional.empty()
        "nobody was there to make the next"    | [first: 0]             | day(90)                || Optional.of(day(90))
        "nobody was there for a long time"     | [first: 0]             | day(400)               || Optional.of(day(400))
    }

    private static KeyRing ring(Map<String, Integer> beginnings) {
        new KeyRing(beginnings.collect { id, begins -> key(id, day(begins)) }, TOKEN)
    }

    private static SigningKey key(String id, Instant signsFrom) {
        new SigningKey(id, "{}", new SealedKey(new byte[0]), signsFrom, signsFrom + SigningKey.SIGNING_TIME)
    }

    private static Instant day(int number) {
        START + Duration.ofDays(number)
    }
}

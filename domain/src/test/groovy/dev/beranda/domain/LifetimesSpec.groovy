package dev.beranda.domain

import dev.beranda.domain.factor.Challenge
import dev.beranda.domain.factor.ChallengeId
import dev.beranda.domain.fixture.People
import dev.beranda.domain.identity.Provider
import dev.beranda.domain.identity.SomeErrand
import dev.beranda.domain.identity.Voucher
import dev.beranda.domain.identity.Voucher.Bonds
import dev.beranda.domain.identity.VoucherId
import dev.beranda.domain.letter.Purpose
import dev.beranda.domain.letter.Ticket
import dev.beranda.domain.letter.TicketId
import dev.beranda.domain.passkey.PasskeyChallenge
import dev.beranda.domain.passkey.PasskeyChallenge.Errand.ComingIn
import java.time.Duration
import spock.lang.Specification

/// How long everything lasts that is good once, in numbers that somebody decided: who changes one in the code has to
/// come by here.
class LifetimesSpec extends Specification {

    static final BONDS = new Bonds('b', '')

    def "#what is good for #life, and not a moment longer"() {
        given:
        def end = People.NOW + Duration.parse(life)

        expect:
        isGood(People.NOW)
        isGood(end.minusNanos(1))
        !isGood(end)

        where:
        what                              | life    | isGood
        'to confirm an address'           | 'PT24H' | ticket(Purpose.CONFIRM_EMAIL)
        'to choose a new password'        | 'PT1H'  | ticket(Purpose.RESET_PASSWORD)
        'to come in by a letter'          | 'PT15M' | ticket(Purpose.LOG_IN)
        'to move to another address'      | 'PT24H' | ticket(Purpose.CHANGE_EMAIL)
        'to take an address back'         | 'P7D'   | ticket(Purpose.UNDO_EMAIL_CHANGE)
        'to say that it was not oneself'  | 'P7D'   | ticket(Purpose.REFUSE_STRANGER)
        'to keep an account'              | 'P90D'  | ticket(Purpose.KEEP_ACCOUNT)
        'between two factors'             | 'PT5M'  | { Challenge.issue(new ChallengeId(UUID.randomUUID()), People.newId(), People.NOW).isGood(it) }
        'for a passkey to sign'           | 'PT5M'  | { PasskeyChallenge.issue('n' * 43, new ComingIn(), People.NOW).isGoodFor(new ComingIn(), it) }
        'to a provider and back'          | 'PT10M' | { SomeErrand.of().isGood(it) }
        'from a provider to one\'s tokens' | 'PT1M'  | { voucher().admits(BONDS, it) }
    }

    def "there is no letter whose time nobody decided"() {
        expect:
        Purpose.values().size() == 7
    }

    static Closure<Boolean> ticket(Purpose purpose) {
        def ticket = Ticket.issue(new TicketId(UUID.randomUUID()), People.newId(), purpose, People.somebody().email(), People.NOW)
        return { ticket.isGood(it) }
    }

    static Voucher voucher() {
        Voucher.of(new VoucherId(UUID.randomUUID()), People.newId(), new Provider('sunrise'), BONDS, People.NOW)
    }
}

package dev.beranda.application.credential

import dev.beranda.application.UseCaseSpecification
import dev.beranda.domain.credential.CredentialEvent
import dev.beranda.domain.session.Session.EndReason
import dev.beranda.domain.session.SessionEvent

class ChangePasswordSpec extends UseCaseSpecification {

    def ayu = registered('ayu')
    def here = accessWith(tokensOf('ayu'))
    def elsewhere = accessWith(tokensOf('ayu'))

    def "a new password ends every session but the one in hand"() {
        expect:
        change('three unrelated words', 'four quite other words') == new ChangePassword.Outcome.Changed()
        sessions.openOf(ayu.id())*.id() == [here.session()]
        events.all.takeRight(2) == [
            new CredentialEvent.PasswordChanged(ayu.id(), clock.instant()),
            new SessionEvent.Ended(elsewhere.session(), ayu.id(), EndReason.PASSWORD_CHANGED, clock.instant()),
        ]
        comeIn('ayu') instanceof LogIn.Outcome.WrongCredentials
        comeIn('ayu', 'four quite other words') instanceof LogIn.Outcome.Welcome
    }

    def "who does not know the old one changes nothing, and cannot go on guessing"() {
        when:
        def guesses = (1..ProveOneself.PER_ACCOUNT.attempts()).collect { change("guess number $it", 'four quite other words') }

        then:
        guesses.toSet() == [new ChangePassword.Outcome.WrongPassword()] as Set
        change('three unrelated words', 'four quite other words') instanceof ChangePassword.Outcome.TooManyAttempts
        sessions.openOf(ayu.id()).size() == 2
    }

    def "who knows the old one cannot have new ones judged for ever, nor change theirs for ever"() {
        given:
        (ProveOneself.PER_ACCOUNT.attempts() - 1).times { change('three unrelated words', 'short') }
        change('three unrelated words', 'four quite other words')
        def before = hasher.computations

        expect:
        change('four quite other words', 'and some others again') instanceof ChangePassword.Outcome.TooManyAttempts
        hasher.computations == before
    }

    def "the new one has to be good enough, for this person: #chosen"() {
        expect:
        (change('three unrelated words', chosen) as ChangePassword.Outcome.WeakPassword).judgement().flaws()*.code() == codes
        comeIn('ayu') instanceof LogIn.Outcome.Welcome

        where:
        chosen                  || codes
        'short'                 || ['password_too_short']
        'password password'     || ['password_too_common']
        'ayu@example.com is me' || ['password_contains_identity']
    }

    def "of two changes at once from the same old password one wins"() {
        given:
        def racing = new ChangePassword(
                users, credentials, policy, hasher, evictions, annulment, events,
                { work -> changePassword.change(command('three unrelated words', 'the first of the two')); transactions.write(work) }
                        as dev.beranda.domain.shared.Transactions,
                throttle, clock)

        expect:
        racing.change(command('three unrelated words', 'the second of the two')) == new ChangePassword.Outcome.WrongPassword()
        comeIn('ayu', 'the first of the two') instanceof LogIn.Outcome.Welcome
    }

    private ChangePassword.Outcome change(String current, String chosen) {
        changePassword.change(command(current, chosen))
    }

    private ChangePassword.Command command(String current, String chosen) {
        new ChangePassword.Command(here, password(current), password(chosen))
    }
}

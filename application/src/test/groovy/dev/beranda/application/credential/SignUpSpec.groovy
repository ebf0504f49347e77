package dev.beranda.application.credential

import dev.beranda.application.UseCaseSpecification
import dev.beranda.domain.letter.LetterEvent
import dev.beranda.domain.letter.Purpose
import dev.beranda.domain.shared.Language
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.user.UserEvent
import dev.beranda.domain.user.Username
import dev.beranda.domain.user.Users
import java.time.Duration

class SignUpSpec extends UseCaseSpecification {

    def "somebody new is welcome, as a reader, and it is news"() {
        when:
        def outcome = signUp.signUp(command())

        then:
        outcome instanceof SignUp.Outcome.Welcome
        users.find(outcome.user().id()).get().role() == Role.READER
        credentials.find(outcome.user().id()).present
        events.all == [
            new UserEvent.Registered(outcome.user().id(), clock.instant()),
            new LetterEvent.TicketWanted(Purpose.CONFIRM_EMAIL, outcome.user().email(), Language.INDONESIAN, clock.instant()),
        ]
    }

    def "who leaves the names open gets some"() {
        when:
        def user = signUp.signUp(command(username: null)).user()

        then:
        user.username() == Username.provisional(user.id())
        user.displayName().value() == user.username().value()
    }

    def "what is taken is told complete, and nothing is kept of the attempt"() {
        given:
        registered('ayu')
        def before = events.all

        when:
        def outcome = signUp.signUp(command(email: email, username: new Username(username)))

        then:
        outcome == new SignUp.Outcome.Taken(taken as Set)
        events.all == before

        where:
        email                             | username || taken
        new EmailAddress('ayu@example.com') | 'budi' || [Users.Taken.EMAIL]
        new EmailAddress('budi@example.com') | 'AYU' || [Users.Taken.USERNAME]
        new EmailAddress('ayu@example.com') | 'Ayu'  || [Users.Taken.EMAIL, Users.Taken.USERNAME]
    }

    def "a weak password is told what is wrong with it and is never hashed: #weak"() {
        when:
        def outcome = signUp.signUp(command(password: weak))

        then:
        outcome instanceof SignUp.Outcome.WeakPassword
        outcome.judgement().flaws()*.code() == codes
        hasher.computations == 0

        where:
        weak                     || codes
        'short'                  || ['password_too_short']
        'password'               || ['password_too_short', 'password_too_common']
        'my name is budi really' || ['password_contains_identity']
    }

    def "one address may open so many accounts and no more, until time has passed"() {
        given:
        SignUp.PER_ADDRESS.attempts().times { signUp.signUp(command(password: 'short')) }

        expect:
        signUp.signUp(command()) instanceof SignUp.Outcome.TooManyAttempts

        when:
        clock.goOn(Duration.ofHours(1))

        then:
        signUp.signUp(command()) instanceof SignUp.Outcome.Welcome
    }

    private SignUp.Command command(Map<String, ?> wishes = [:]) {
        new SignUp.Command(
                wishes.email as EmailAddress ?: new EmailAddress('budi@example.com'),
                password(wishes.password as String ?: 'three unrelated words'),
                wishes.containsKey('username') ? wishes.username as Username : new Username('budi'),
                null,
                Language.INDONESIAN,
                SOMEWHERE)
    }
}

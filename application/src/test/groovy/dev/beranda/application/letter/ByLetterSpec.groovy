package dev.beranda.application.letter

import dev.beranda.application.UseCaseSpecification
import dev.beranda.application.credential.LogIn
import dev.beranda.application.credential.LogInByLetter
import dev.beranda.application.credential.ResetPassword
import dev.beranda.domain.credential.CredentialEvent
import dev.beranda.domain.factor.Authenticator
import dev.beranda.domain.factor.FactorEvent
import dev.beranda.domain.factor.SealedSecret
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.identity.Identity
import dev.beranda.domain.identity.IdentityId
import dev.beranda.domain.identity.SomeOutsider
import dev.beranda.domain.letter.Content
import dev.beranda.domain.letter.LetterEvent
import dev.beranda.domain.letter.Proof
import dev.beranda.domain.letter.Purpose
import dev.beranda.domain.letter.Ticket
import dev.beranda.domain.letter.TicketCode
import dev.beranda.domain.letter.TicketDesk
import dev.beranda.domain.letter.TicketToken
import dev.beranda.domain.passkey.Attestation
import dev.beranda.domain.passkey.CredentialId
import dev.beranda.domain.passkey.Passkey
import dev.beranda.domain.passkey.PasskeyId
import dev.beranda.domain.passkey.PasskeyName
import dev.beranda.domain.session.Session
import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.shared.Language
import dev.beranda.domain.user.UserEvent
import java.time.Duration

/// Everything somebody can do who reads their mail.
class ByLetterSpec extends UseCaseSpecification {

    def ask = new AskForLetter(events, transactions, throttle, clock)
    def desk = new TicketDesk(tickets, seals, letters, transactions)
    def sendTicket = new SendTicket(users, desk, clock)
    def sendMoveTicket = new SendMoveTicket(users, desk, letters, clock)
    def confirmEmail = new ConfirmEmail(inspector, tickets, users, events, transactions, clock)
    def moveToNewAddress = new MoveToNewAddress(inspector, tickets, users, evictions, events, transactions, clock)
    def resetPassword = new ResetPassword(
            inspector, tickets, users, credentials, policy, hasher, takeUnprovenAccount, evictions, annulment, events, transactions,
            throttle, clock)
    def logInByLetter = new LogInByLetter(inspector, tickets, users, credentials, takeUnprovenAccount, letIn, events, transactions, clock)

    def ayu = registered('ayu')

    def "who has read the letter cannot have passwords judged for ever"() {
        given:
        send(Purpose.RESET_PASSWORD)
        ResetPassword.PER_ACCOUNT.attempts().times { reset(link, 'short') }

        expect:
        reset(link, 'four quite other words') instanceof ResetPassword.Outcome.TooManyAttempts

        when:
        clock.goOn(Duration.ofMinutes(10))

        then:
        reset(link, 'four quite other words') instanceof ResetPassword.Outcome.Reset
    }

    def "asking is noted in the same words for an address that nobody has: #who"() {
        when:
        def outcome = ask.ask(new AskForLetter.Command(Purpose.RESET_PASSWORD, address(who), Language.INDONESIAN, SOMEWHERE))

        then:
        outcome == new AskForLetter.Outcome.Noted()
        events.all.last() ==
                new LetterEvent.TicketWanted(Purpose.RESET_PASSWORD, address(who), Language.INDONESIAN, clock.instant())
        hasher.computations == 1
        letters.all.empty

        where:
        who << ['ayu', 'nobody']
    }

    def "who shows for the first time that they read the mail is alone in the account: #why"() {
        given:
        if (isConfirmed) {
            users.save(ayu.confirm(ayu.email(), People.NOW).user())
        }
        def squatter = accessWith(tokensOf('ayu'))
        identities.add(Identity.link(new IdentityId(uuids.next()), ayu.id(), SomeOutsider.of(), People.NOW).identity())
        passkeys.add(Passkey.add(new PasskeyId(uuids.next()), ayu.id(),
                new Attestation(new CredentialId('squatters'), 'key', 0, false), PasskeyName.USUAL, clock.instant()))
        wantToMove()
        def move = link
        send(purpose)

        when:
        act(this)

        then:
        [identities.of(ayu.id()), passkeys.of(ayu.id())]*.size() == [left, left]
        sessions.find(squatter.session()).get().hasEnded() == ended
        comeIn('ayu') instanceof LogIn.Outcome.Welcome == passwordStays

        and:
        moveToNewAddress.move(new MoveToNewAddress.Command(move)) instanceof MoveToNewAddress.Outcome.Moved == mayMove

        where:
        why                         | isConfirmed | purpose                || left | ended | passwordStays | mayMove | act
        'a new password'            | false       | Purpose.RESET_PASSWORD || 0    | true  | false         | false   | { it.reset(it.link) }
        'a link'                    | false       | Purpose.LOG_IN         || 0    | true  | false         | false   | { it.byLetter() }
        'confirming what one began' | false       | Purpose.CONFIRM_EMAIL  || 1    | false | true          | true    | { it.confirmEmail.confirm(new ConfirmEmail.Command(it.link)) }
        'a new password, later'     | true        | Purpose.RESET_PASSWORD || 1    | true  | false         | false   | { it.reset(it.link) }
        'a link, later'             | true        | Purpose.LOG_IN         || 1    | false | true          | true    | { it.byLetter() }
    }

    def "a second factor of who lay in wait keeps nobody out, and where they were is strange: by #purpose"() {
        given:
        authenticators.begin(Authenticator.begin(ayu.id(), new SealedSecret([1] as byte[]), clock.instant()))
        authenticators.confirm(authenticators.hold(ayu.id()).get(), 1, clock.instant())
        devices.recognise(ayu.id(), 'squatter', 'lair', clock.instant())
        send(purpose)

        when:
        def outcome = act(this)

        then:
        expected.isInstance(outcome)
        authenticators.hold(ayu.id()).empty
        events.all.count { it instanceof FactorEvent.TurnedOff } == 1
        devices.recognise(ayu.id(), 'squatter', 'lair', clock.instant()).name() != 'KNOWN'

        where:
        purpose                || expected                      | act
        Purpose.LOG_IN         || LogInByLetter.Outcome.Welcome | { it.byLetter() }
        Purpose.RESET_PASSWORD || ResetPassword.Outcome.Reset   | { it.reset(it.link) }
    }

    def "whose password was withdrawn by their own link is told, and sets it anew by the letter that follows"() {
        given:
        send(Purpose.LOG_IN)

        when:
        byLetter()

        then:
        credentials.find(ayu.id()).empty
        events.all.count { it == new CredentialEvent.PasswordWithdrawn(ayu.id(), clock.instant()) } == 1
        events.all.count { it == new LetterEvent.TicketWanted(Purpose.RESET_PASSWORD, ayu.email(), ayu.language(), clock.instant()) } == 1

        when: "who has none, or came before, is sent nothing"
        send(Purpose.LOG_IN)
        byLetter()

        then:
        events.all.count { it instanceof LetterEvent.TicketWanted && it.purpose() == Purpose.RESET_PASSWORD } == 1
    }

    def "one mailbox is not flooded"() {
        given:
        def command = new AskForLetter.Command(Purpose.LOG_IN, address('nobody'), Language.ENGLISH, SOMEWHERE)

        when:
        AskForLetter.PER_MAILBOX.attempts().times { assert ask.ask(command) == new AskForLetter.Outcome.Noted() }

        then:
        ask.ask(command) instanceof AskForLetter.Outcome.TooManyAttempts
    }

    def "a letter goes to who has the address, in the language that was asked in, with a ticket: #purpose"() {
        when:
        send(purpose)

        then:
        with(letters.last) {
            to() == ayu.email()
            name() == 'ayu'
            language() == Language.INDONESIAN
            content().purpose() == purpose
            content().expiresAt() == clock.instant() + purpose.lifetime()
        }

        where:
        purpose << [Purpose.CONFIRM_EMAIL, Purpose.RESET_PASSWORD, Purpose.LOG_IN]
    }

    def "no letter is written where it would serve nobody: #why"() {
        given:
        change(this)

        when:
        sendTo(address(who), purpose)

        then:
        letters.all.empty

        where:
        why                  | who      | purpose                || change
        'an unknown address' | 'nobody' | Purpose.RESET_PASSWORD || { }
        'who is shut out'    | 'ayu'    | Purpose.LOG_IN         || { it.users.save(it.ayu.disable(People.newId(), People.NOW).user()) }
        'confirmed already'  | 'ayu'    | Purpose.CONFIRM_EMAIL  || { it.users.save(it.ayu.confirm(it.ayu.email(), People.NOW).user()) }
    }

    def "the same event gives the same letter, after a failure too, and none once the ticket was used"() {
        given:
        def event = uuids.next()
        letters.failures = 1

        when:
        send(Purpose.CONFIRM_EMAIL, event)

        then:
        thrown(IllegalStateException)

        when:
        send(Purpose.CONFIRM_EMAIL, event)
        send(Purpose.CONFIRM_EMAIL, event)

        then:
        letters.all.size() == 2
        letters.all*.id() == [event, event]
        letters.all*.content()*.token()*.reveal().toSet().size() == 1

        when:
        confirmEmail.confirm(new ConfirmEmail.Command(link))
        send(Purpose.CONFIRM_EMAIL, event)

        then:
        letters.all.size() == 2
    }

    def "whoever shows the link, or the digits and the address, has confirmed the address"() {
        given:
        send(Purpose.CONFIRM_EMAIL)

        expect:
        confirmEmail.confirm(new ConfirmEmail.Command(proof(this))) == new ConfirmEmail.Outcome.Confirmed()
        users.find(ayu.id()).get().emailVerified()
        events.all.last() == new UserEvent.EmailConfirmed(ayu.id(), clock.instant())

        and: "once"
        confirmEmail.confirm(new ConfirmEmail.Command(proof(this))) == new ConfirmEmail.Outcome.NotGood()

        where:
        proof << [{ it.link }, { it.digits }]
    }

    def "a ticket is good for its purpose only, in its time, and until a newer one is sent: #why"() {
        given:
        send(Purpose.RESET_PASSWORD)
        def shown = link

        when:
        spoil(this)

        then:
        reset(shown) == new ResetPassword.Outcome.NotGood()
        comeIn('ayu') instanceof LogIn.Outcome.Welcome

        where:
        why                        | spoil
        'its time is over'         | { it.clock.goOn(Purpose.RESET_PASSWORD.lifetime()) }
        'a newer one was sent'     | { it.send(Purpose.RESET_PASSWORD) }
        'it was used'              | { it.tickets.take(it.tickets.find(it.ayu.email(), Purpose.RESET_PASSWORD).get(), it.clock.instant()) }
        'the address was left'     | { it.users.save(it.users.find(it.ayu.id()).get().moveTo(it.address('elsewhere'), it.clock.instant()).user()) }
    }

    def "a ticket to come in resets no password, and the other way round"() {
        given:
        send(Purpose.LOG_IN)
        def toComeIn = link
        send(Purpose.RESET_PASSWORD)
        def toReset = link

        expect:
        reset(toComeIn) == new ResetPassword.Outcome.NotGood()
        logInByLetter.logIn(new LogInByLetter.Command(toReset, SomeSession.LAPTOP)) == new LogInByLetter.Outcome.NotGood()
        logInByLetter.logIn(new LogInByLetter.Command(toComeIn, SomeSession.LAPTOP)) instanceof LogInByLetter.Outcome.Welcome
    }

    def "a few wrong codes make even the right one worthless, the link stays good"() {
        given:
        send(Purpose.LOG_IN)
        def right = digits

        when:
        Ticket.MOST_GUESSES.times { logInByLetter.logIn(new LogInByLetter.Command(wrongDigits, SomeSession.LAPTOP)) }

        then:
        logInByLetter.logIn(new LogInByLetter.Command(right, SomeSession.LAPTOP)) == new LogInByLetter.Outcome.NotGood()
        logInByLetter.logIn(new LogInByLetter.Command(link, SomeSession.LAPTOP)) instanceof LogInByLetter.Outcome.Welcome
    }

    def "a reset puts the new password in force, ends every session and confirms the address"() {
        given:
        def old = accessWith(tokensOf('ayu'))
        send(Purpose.RESET_PASSWORD)

        when:
        def outcome = reset(link, 'four words nobody knows')

        then:
        outcome instanceof ResetPassword.Outcome.Reset
        comeIn('ayu') == new LogIn.Outcome.WrongCredentials()
        comeIn('ayu', 'four words nobody knows') instanceof LogIn.Outcome.Welcome
        revocations.cover(old)
        sessions.find(old.session()).get().state().reason() == Session.EndReason.PASSWORD_RESET
        users.find(ayu.id()).get().emailVerified()
        events.all.contains(new CredentialEvent.PasswordReset(ayu.id(), clock.instant()))
    }

    def "a password that will not do uses nothing up and is not hashed"() {
        given:
        send(Purpose.RESET_PASSWORD)
        def before = hasher.computations

        expect:
        (reset(link, weak) as ResetPassword.Outcome.WeakPassword).judgement().flaws()*.code() == [flaw]
        hasher.computations == before
        reset(link, 'four words nobody knows') instanceof ResetPassword.Outcome.Reset

        where:
        weak                     || flaw
        'short'                  || 'password_too_short'
        'it is ayu@example.com!' || 'password_contains_identity'
    }

    def "nobody is helped by a letter who was shut out since"() {
        given:
        send(Purpose.RESET_PASSWORD)
        def toReset = link
        send(Purpose.LOG_IN)
        users.save(users.find(ayu.id()).get().disable(People.newId(), clock.instant()).user())

        expect:
        reset(toReset) == new ResetPassword.Outcome.NotGood()
        logInByLetter.logIn(new LogInByLetter.Command(link, SomeSession.LAPTOP)) == new LogInByLetter.Outcome.AccountDisabled()
    }

    def "coming in by letter is a stay like any other, and confirms the address"() {
        given:
        send(Purpose.LOG_IN)

        when:
        def outcome = logInByLetter.logIn(new LogInByLetter.Command(digits, SomeSession.LAPTOP))

        then:
        outcome instanceof LogInByLetter.Outcome.Welcome
        outcome.user().emailVerified()
        accessWith(outcome.tokens()).bearer().user() == ayu.id()
    }

    def "what happened to an account is told to its address"() {
        given:
        def event = uuids.next()

        when:
        new TellOfNewPassword(users, letters).tell(new TellOfNewPassword.Command(event, ayu.id(), clock.instant()))
        new TellOfKnownAddress(users, letters).tell(new TellOfKnownAddress.Command(event, ayu.email()))

        then:
        letters.all*.to() == [ayu.email()] * 2
        letters.all*.content() == [new Content.PasswordChanged(clock.instant()), new Content.AccountExists()]
    }

    def "nothing is told to nobody"() {
        when:
        new TellOfNewPassword(users, letters).tell(new TellOfNewPassword.Command(uuids.next(), People.newId(), clock.instant()))
        new TellOfKnownAddress(users, letters).tell(new TellOfKnownAddress.Command(uuids.next(), address('nobody')))

        then:
        letters.all.empty
    }

    def "asking for a letter is the same work and the same news, whoever reads the address: #purpose for #who"() {
        given:
        standing(who)
        def (hashes, news) = [hasher.computations, events.all.size()]

        when:
        def outcome = ask.ask(new AskForLetter.Command(purpose, address('ayu'), Language.ENGLISH, SOMEWHERE))

        then:
        outcome == new AskForLetter.Outcome.Noted()
        hasher.computations == hashes
        events.all.drop(news) == [new LetterEvent.TicketWanted(purpose, address('ayu'), Language.ENGLISH, clock.instant())]
        letters.all.empty

        where:
        [purpose, who] << [[Purpose.CONFIRM_EMAIL, Purpose.RESET_PASSWORD, Purpose.LOG_IN],
                           ['new here', 'confirmed', 'without password', 'shut out', 'leaving', 'nobody']].combinations()
    }

    private void standing(String who) {
        switch (who) {
            case 'confirmed' -> users.save(ayu.confirm(ayu.email(), clock.instant()).user())
            case 'without password' -> credentials.remove(ayu.id())
            case 'shut out' -> users.save(ayu.disable(People.newId(), clock.instant()).user())
            case 'leaving' -> users.save(ayu.leave(clock.instant() + Duration.ofDays(1), ayu.id(), clock.instant()).user())
            case 'nobody' -> users.save(ayu.moveTo(address('elsewhere'), clock.instant()).user())
            default -> { }
        }
    }

    private void send(Purpose purpose, UUID event = uuids.next()) {
        sendTo(ayu.email(), purpose, event)
    }

    private void sendTo(EmailAddress to, Purpose purpose, UUID event = uuids.next()) {
        sendTicket.send(new SendTicket.Command(
                event, new LetterEvent.TicketWanted(purpose, to, Language.INDONESIAN, clock.instant())))
    }

    private void wantToMove(String to = 'new') {
        sendMoveTicket.send(new SendMoveTicket.Command(
                uuids.next(), new LetterEvent.MoveWanted(ayu.id(), address(to), clock.instant())))
    }

    private ResetPassword.Outcome reset(Proof proof, String chosen = 'four words nobody knows') {
        resetPassword.reset(new ResetPassword.Command(proof, password(chosen)))
    }

    private LogInByLetter.Outcome byLetter() {
        logInByLetter.logIn(new LogInByLetter.Command(link, SomeSession.LAPTOP))
    }

    private Proof getLink() {
        new Proof.Link(new TicketToken(letters.last.content().token().reveal()))
    }

    private Proof getDigits() {
        new Proof.Digits(letters.last.to(), new TicketCode(letters.last.content().code().reveal()))
    }

    private Proof getWrongDigits() {
        def right = letters.last.content().code().reveal()
        new Proof.Digits(letters.last.to(), new TicketCode((right[0] == '9' ? '0' : '9') + right.substring(1)))
    }

    private static EmailAddress address(String who) {
        new EmailAddress("$who@example.com")
    }
}

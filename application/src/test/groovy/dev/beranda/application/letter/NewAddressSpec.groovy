package dev.beranda.application.letter

import dev.beranda.application.UseCaseSpecification
import dev.beranda.application.credential.AskForNewAddress
import dev.beranda.application.credential.LogIn
import dev.beranda.application.credential.ProveOneself
import dev.beranda.application.credential.TakeAddressBack
import dev.beranda.application.privacy.ForgetSquatter
import dev.beranda.domain.factor.Authenticator
import dev.beranda.domain.factor.FactorProof
import dev.beranda.domain.fixture.People
import dev.beranda.domain.letter.Content
import dev.beranda.domain.letter.LetterEvent
import dev.beranda.domain.letter.Proof
import dev.beranda.domain.letter.Purpose
import dev.beranda.domain.letter.Ticket
import dev.beranda.domain.letter.TicketDesk
import dev.beranda.domain.letter.TicketId
import dev.beranda.domain.letter.TicketToken
import dev.beranda.domain.passkey.Attestation
import dev.beranda.domain.passkey.CredentialId
import dev.beranda.domain.passkey.Passkey
import dev.beranda.domain.passkey.PasskeyId
import dev.beranda.domain.passkey.PasskeyName
import dev.beranda.domain.privacy.FakePersonalRecords
import dev.beranda.domain.session.Access
import dev.beranda.domain.session.Session
import dev.beranda.domain.session.SessionEvent
import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.shared.Role
import dev.beranda.domain.user.UserEvent
import java.time.Duration

/// An address is left for another, and its reader may take it back.
class NewAddressSpec extends UseCaseSpecification {

    def desk = new TicketDesk(tickets, seals, letters, transactions)
    def sendMoveTicket = new SendMoveTicket(users, desk, letters, clock)
    def tellOfNewAddress = new TellOfNewAddress(users, desk)
    def moveToNewAddress = new MoveToNewAddress(inspector, tickets, users, evictions, events, transactions, clock)
    def forgetSquatter = new ForgetSquatter(users, new FakePersonalRecords(users), events, clock)
    def takeAddressBack =
            new TakeAddressBack(inspector, tickets, users, forgetSquatter, shutEverybodyOut, transactions, clock)
    def askForNewAddress = new AskForNewAddress(proveOneself, events, throttle, clock)

    def ayu = registered('ayu')

    def "a new address is asked for with the password, and taken by who reads the letter there"() {
        given:
        def caller = accessWith(tokensOf('ayu'))

        expect:
        askFor('new', caller, 'wrong') == new AskForNewAddress.Outcome.NotProven(new ProveOneself.Refusal.WrongPassword())

        when:
        askFor('new', caller)
        sendMoveTicket.send(new SendMoveTicket.Command(uuids.next(), events.all.last() as LetterEvent.MoveWanted))

        then:
        letters.last.to() == address('new')
        users.find(ayu.id()).get().email() == ayu.email()

        when:
        def outcome = moveToNewAddress.move(new MoveToNewAddress.Command(link))

        then:
        outcome == new MoveToNewAddress.Outcome.Moved()
        users.find(address('new')).get().emailVerified()
        events.all.last() == new UserEvent.EmailChanged(ayu.id(), ayu.email(), address('new'), clock.instant())
    }

    def "whose address somebody else wants is told, and that somebody learns nothing"() {
        given:
        def budi = registered('budi')

        when:
        sendMoveTicket.send(new SendMoveTicket.Command(
                uuids.next(), new LetterEvent.MoveWanted(ayu.id(), budi.email(), clock.instant())))

        then:
        letters.all*.to() == [budi.email()]
        letters.last.content() == new Content.AccountExists()
    }

    def "who took the address in between keeps it"() {
        given:
        wantToMove()
        users.add(People.somebody(email: 'new@example.com'))

        expect:
        moveToNewAddress.move(new MoveToNewAddress.Command(link)) == new MoveToNewAddress.Outcome.Taken()
        users.find(ayu.id()).get().email() == ayu.email()
    }

    def "a new address ends every session, which may be somebody else's"() {
        given:
        def somewhere = accessWith(tokensOf('ayu'))
        wantToMove()

        when:
        moveToNewAddress.move(new MoveToNewAddress.Command(link))

        then:
        revocations.cover(somewhere)
        events.all.findAll { it instanceof SessionEvent.Ended }*.reason() == [Session.EndReason.EMAIL_CHANGED]
    }

    def "who has turned a second factor on shows it for another address, too"() {
        given:
        def caller = accessWith(tokensOf('ayu'))
        def secret = totp.draw()
        authenticators.begin(Authenticator.begin(ayu.id(), totp.seal(ayu.id(), secret), clock.instant()))
        authenticators.confirm(authenticators.hold(ayu.id()).get(), 1, clock.instant())
        clock.goOn(Session.FRESH)

        expect:
        askFor('new', caller).why() == new ProveOneself.Refusal.CodeNeeded()
        askFor('new', caller, 'three unrelated words', new FactorProof.OfApp(totp.code(secret, clock.instant()))) ==
                new AskForNewAddress.Outcome.Noted()
    }

    def "who has no password asks for another address just after coming in"() {
        given:
        def caller = accessWith(tokensOf('ayu'))
        credentials.remove(ayu.id())

        expect:
        askFor('new', caller, null) == new AskForNewAddress.Outcome.Noted()

        when:
        clock.goOn(ProveOneself.FRESH)

        then:
        askFor('new', caller, null).why() == new ProveOneself.Refusal.FreshLoginNeeded()
    }

    def "nobody sends letters to ever new addresses; what was refused is no letter"() {
        given:
        def caller = accessWith(tokensOf('ayu'))

        expect:
        (1..9).every { askFor("new$it", caller, 'wrong') instanceof AskForNewAddress.Outcome.NotProven }
        (1..AskForNewAddress.PER_ACCOUNT.attempts()).every { askFor("new$it", caller) == new AskForNewAddress.Outcome.Noted() }
        askFor('newest', caller) instanceof AskForNewAddress.Outcome.TooManyLetters
    }

    def "the reader of the old address may take it back within a week, and everybody is shut out"() {
        given:
        def thief = accessWith(tokensOf('ayu'))
        moveAway()
        passkeys.add(Passkey.add(new PasskeyId(uuids.next()), ayu.id(),
                new Attestation(new CredentialId('thiefs'), 'key', 0, false), PasskeyName.USUAL, clock.instant()))
        clock.goOn(Duration.ofDays(6))

        when:
        def outcome = takeAddressBack.takeBack(new TakeAddressBack.Command(undoLink))

        then:
        outcome == new TakeAddressBack.Outcome.TakenBack()
        users.find(ayu.id()).get().email() == ayu.email()
        revocations.cover(thief)
        passkeys.of(ayu.id()).empty
        comeIn('ayu') instanceof LogIn.Outcome.WrongCredentials
        events.all.last() ==
                new LetterEvent.TicketWanted(Purpose.RESET_PASSWORD, ayu.email(), ayu.language(), clock.instant())
        takeAddressBack.takeBack(new TakeAddressBack.Command(undoLink)) == new TakeAddressBack.Outcome.NotGood()
    }

    def "what a stranger set up whose coming was told goes as well, though they waited before they moved away: #told"() {
        given:
        told && tickets.issue(Ticket.issue(new TicketId(uuids.next()), ayu.id(), Purpose.REFUSE_STRANGER, ayu.email(), clock.instant()))
        clock.goOn(Duration.ofHours(1))
        passkeys.add(Passkey.add(new PasskeyId(uuids.next()), ayu.id(),
                new Attestation(new CredentialId('thiefs'), 'key', 0, false), PasskeyName.USUAL, clock.instant()))
        clock.goOn(Duration.ofHours(1))
        moveAway()

        when:
        takeAddressBack.takeBack(new TakeAddressBack.Command(undoLink))

        then:
        passkeys.of(ayu.id()).size() == left

        where:
        told  || left
        true  || 0
        false || 1
    }

    def "however often a thief moves on, the first reader takes the address back, and none of theirs leads away again"() {
        given:
        moveAway('lair')
        def first = undoLink
        moveAway('den')
        def later = undoLink

        when:
        def outcome = takeAddressBack.takeBack(new TakeAddressBack.Command(first))

        then:
        outcome == new TakeAddressBack.Outcome.TakenBack()
        users.find(ayu.id()).get().email() == ayu.email()
        takeAddressBack.takeBack(new TakeAddressBack.Command(later)) == new TakeAddressBack.Outcome.NotGood()
    }

    def "a thief who goes back by a link of their own leaves the first reader theirs"() {
        given:
        moveAway('lair')
        def first = undoLink
        moveAway('den')

        expect:
        takeAddressBack.takeBack(new TakeAddressBack.Command(undoLink)) == new TakeAddressBack.Outcome.TakenBack()
        takeAddressBack.takeBack(new TakeAddressBack.Command(first)) == new TakeAddressBack.Outcome.TakenBack()
        users.find(ayu.id()).get().email() == ayu.email()
    }

    def "nobody keeps an address from its reader by opening an account with it: #who"() {
        given:
        moveAway()
        def other = People.somebody(email: ayu.email().value(), emailVerified: proven, role: role)
        users.add(other)

        expect:
        takeAddressBack.takeBack(new TakeAddressBack.Command(undoLink)) == outcome
        users.find(other.id()).present == stays

        when:
        users.forget(other.id())

        then: "and where somebody is there by right, the link waits for them to go"
        takeAddressBack.takeBack(new TakeAddressBack.Command(undoLink)).class ==
                (stays ? TakeAddressBack.Outcome.TakenBack : TakeAddressBack.Outcome.NotGood)

        where:
        who                     | proven | role        || outcome                                 | stays
        'who never read there'  | false  | Role.READER || new TakeAddressBack.Outcome.TakenBack() | false
        'who reads there'       | true   | Role.READER || new TakeAddressBack.Outcome.Taken()     | true
        'whom the house trusts' | false  | Role.EDITOR || new TakeAddressBack.Outcome.Taken()     | true
    }

    def "after a week the change stands"() {
        given:
        moveAway()
        clock.goOn(Purpose.UNDO_EMAIL_CHANGE.lifetime())

        expect:
        takeAddressBack.takeBack(new TakeAddressBack.Command(undoLink)) == new TakeAddressBack.Outcome.NotGood()
    }

    def "who wants an address that somebody has costs what who wants a free one does, and gets the same answer: #taken"() {
        given:
        def caller = accessWith(tokensOf('ayu'))
        if (taken) {
            users.add(People.somebody(email: 'new@example.com'))
        }
        def (hashes, news) = [hasher.computations, events.all.size()]

        when:
        def outcome = askFor('new', caller)

        then:
        outcome == new AskForNewAddress.Outcome.Noted()
        hasher.computations == hashes + 1
        events.all.drop(news) == [new LetterEvent.MoveWanted(ayu.id(), address('new'), clock.instant())]

        where:
        taken << [true, false]
    }

    private AskForNewAddress.Outcome askFor(String to, Access caller, String known = 'three unrelated words', FactorProof proof = null) {
        askForNewAddress.ask(new AskForNewAddress.Command(caller, known ? password(known) : null, proof, address(to)))
    }

    private void wantToMove(String to = 'new') {
        sendMoveTicket.send(new SendMoveTicket.Command(
                uuids.next(), new LetterEvent.MoveWanted(ayu.id(), address(to), clock.instant())))
    }

    private void moveAway(String to = 'new') {
        wantToMove(to)
        moveToNewAddress.move(new MoveToNewAddress.Command(link))
        tellOfNewAddress.tell(new TellOfNewAddress.Command(uuids.next(), events.all.last() as UserEvent.EmailChanged))
    }

    private Proof getLink() {
        new Proof.Link(new TicketToken(letters.last.content().token().reveal()))
    }

    private Proof.Link getUndoLink() {
        new Proof.Link(new TicketToken(letters.last.content().undo().reveal()))
    }

    private static EmailAddress address(String who) {
        new EmailAddress("$who@example.com")
    }
}

package dev.beranda.application.credential

import dev.beranda.application.UseCaseSpecification
import dev.beranda.application.letter.TellOfStrangeDevice
import dev.beranda.domain.credential.CredentialEvent
import dev.beranda.domain.factor.Authenticator
import dev.beranda.domain.factor.SealedSecret
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.identity.Identity
import dev.beranda.domain.identity.IdentityEvent
import dev.beranda.domain.identity.IdentityId
import dev.beranda.domain.identity.Provider
import dev.beranda.domain.identity.Subject
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
import dev.beranda.domain.passkey.PasskeyEvent
import dev.beranda.domain.passkey.PasskeyId
import dev.beranda.domain.passkey.PasskeyName
import dev.beranda.domain.session.Session
import dev.beranda.domain.session.SessionEvent
import dev.beranda.domain.session.SessionId
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.shared.Place
import dev.beranda.domain.user.Avatar
import dev.beranda.domain.user.Bio
import dev.beranda.domain.user.Location
import dev.beranda.domain.user.Profile
import dev.beranda.domain.user.Website
import java.time.Duration
import java.time.ZoneOffset

/** Somebody comes in with what nobody came in with before, and whose account it is may say that it was not them. */
class StrangerSpec extends UseCaseSpecification {

    static final ELSEWHERE = new ClientAddress('198.51.100.9', '198.51.100.9')
    static final NEXT_DOOR = new ClientAddress('203.0.200.1', '203.0.200.1')

    def tellOfStrangeDevice = new TellOfStrangeDevice(users, new TicketDesk(tickets, seals, letters, transactions), places, throttle)
    def refuseStranger = new RefuseStranger(inspector, tickets, users, shutEverybodyOut, transactions, clock)
    def ayu = registered('ayu')

    def setup() {
        users.save(ayu.confirm(ayu.email(), clock.instant()).user())
        ayu = users.find(ayu.id()).get()
    }

    def "nobody is told of their first login, nor of one from the neighbourhood"() {
        when:
        comeIn('ayu')
        comeIn('ayu', 'three unrelated words', NEXT_DOOR)

        then:
        strangers.empty
    }

    def "who comes in from elsewhere is told of, once"() {
        given:
        comeIn('ayu')

        when:
        comeIn('ayu', 'three unrelated words', ELSEWHERE)
        comeIn('ayu', 'three unrelated words', ELSEWHERE)

        then:
        strangers*.user() == [ayu.id()]
        strangers*.device()*.address() == [ELSEWHERE]
    }

    def "where countries are known, another network in the same country is not elsewhere"() {
        given:
        whereabouts[SOMEWHERE.value()] = new Place('ID', 'Jepara')
        whereabouts[ELSEWHERE.value()] = new Place(country, 'Somewhere')
        comeIn('ayu')

        when:
        comeIn('ayu', 'three unrelated words', ELSEWHERE)

        then:
        strangers.size() == told

        where:
        country || told
        'ID'    || 0
        'JP'    || 1
    }

    def "a wrong password is no visit"() {
        given:
        comeIn('ayu')

        when:
        comeIn('ayu', 'three other words', ELSEWHERE)

        then:
        strangers.empty
    }

    def "the letter says when, with what and from where, and nothing a stranger chose"() {
        given:
        whereabouts[ELSEWHERE.value()] = new Place('JP', 'Kyoto')
        strangerCameIn()

        expect:
        with(letters.last) {
            to() == ayu.email()
            content().device() == ''
            content().address() == ELSEWHERE
            content().place() == Optional.of(new Place('JP', 'Kyoto'))
            content().at() == clock.instant()
            content().until() == clock.instant() + Purpose.REFUSE_STRANGER.lifetime()
        }
    }

    def "who says it was not them is alone with a letter: everybody is out, and the password opens nothing"() {
        given:
        strangerCameIn()

        when:
        def outcome = refuse()

        then:
        outcome == new RefuseStranger.Outcome.Refused(true)
        sessions.openOf(ayu.id()).empty
        events.all.findAll { it instanceof SessionEvent.Ended }*.reason().toSet() == [Session.EndReason.REFUSED_BY_OWNER] as Set
        comeIn('ayu') instanceof LogIn.Outcome.WrongCredentials
        events.all.any { it == new CredentialEvent.PasswordWithdrawn(ayu.id(), clock.instant()) }
        events.all.any { it instanceof LetterEvent.TicketWanted && it.purpose() == Purpose.RESET_PASSWORD && it.address() == ayu.email() }

        and: "once"
        refuse() instanceof RefuseStranger.Outcome.NotGood
    }

    def "who never had a password is not sent one"() {
        given:
        strangerCameIn()
        credentials.remove(ayu.id())

        expect:
        refuse() == new RefuseStranger.Outcome.Refused(false)
        !events.all.any { it instanceof LetterEvent.TicketWanted && it.purpose() == Purpose.RESET_PASSWORD }
    }

    def "a stranger who was refused is strange again, the owner's own device is not"() {
        given:
        strangerCameIn()
        refuse()

        expect:
        devices.recognise(ayu.id(), '', '203.0', clock.instant()).name() == 'KNOWN'
        devices.recognise(ayu.id(), '', '198.51', clock.instant()).name() == 'STRANGE'
    }

    def "nobody fills a mailbox by coming in ever new guises, nor writes to an address that was not confirmed: #who"() {
        given:
        registered('budi')
        comeIn(who)

        when:
        (1..10).each {
            comeIn(who, 'three unrelated words', new ClientAddress("10.${it}.0.1", "10.${it}.0.1"))
            tellOfStrangeDevice.tell(new TellOfStrangeDevice.Command(uuids.next(), strangers.last()))
        }

        then:
        strangers.size() == 10
        letters.all.size() == written

        where:
        who    || written
        'ayu'  || TellOfStrangeDevice.PER_ACCOUNT.attempts()
        'budi' || 0
    }

    def "of several strangers, whichever letter is used undoes what all of them did"() {
        given:
        strangerCameIn()
        def first = shown()
        clock.goOn(Duration.ofHours(2))
        comeIn('ayu', 'three unrelated words', new ClientAddress('192.0.2.9', '192.0.2.9'))
        tellOfStrangeDevice.tell(new TellOfStrangeDevice.Command(uuids.next(), strangers.last()))

        when:
        def outcome = refuseStranger.refuse(new RefuseStranger.Command(letter == 'first' ? first : shown()))

        then:
        outcome instanceof RefuseStranger.Outcome.Refused
        devices.recognise(ayu.id(), '', '198.51', clock.instant()).name() == 'STRANGE'
        devices.recognise(ayu.id(), '', '192.0', clock.instant()).name() == 'STRANGE'

        where:
        letter << ['first', 'second']
    }

    def "a passkey the stranger added goes with them, the owner's own stays"() {
        given:
        def add = { String device ->
            passkeys.add(Passkey.add(new PasskeyId(uuids.next()), ayu.id(),
                    new Attestation(new CredentialId(device), 'key', 0, false), PasskeyName.USUAL, clock.instant()))
        }
        comeIn('ayu')
        add('owners')
        clock.goOn(Duration.ofMinutes(5))
        events.append(new SessionEvent.StrangeDevice(new SessionId(uuids.next()), ayu.id(), SomeSession.LAPTOP, clock.instant()))
        tellOfStrangeDevice.tell(new TellOfStrangeDevice.Command(uuids.next(), strangers.last()))
        add('strangers')

        when:
        refuse()

        then:
        passkeys.of(ayu.id())*.credential() == [new CredentialId('owners')]
        events.all.count { it instanceof PasskeyEvent.Removed } == 1
    }

    def "a second factor the stranger turned on goes with them, the owner's own stays: #whose"() {
        given:
        def turnOn = { authenticators.begin(Authenticator.begin(ayu.id(), new SealedSecret([1] as byte[]), clock.instant())) && authenticators.confirm(authenticators.hold(ayu.id()).get(), 1, clock.instant()) }
        comeIn('ayu')
        whose == 'owner' && turnOn()
        clock.goOn(Duration.ofMinutes(5))
        events.append(new SessionEvent.StrangeDevice(new SessionId(uuids.next()), ayu.id(), SomeSession.LAPTOP, clock.instant()))
        tellOfStrangeDevice.tell(new TellOfStrangeDevice.Command(uuids.next(), strangers.last()))
        whose == 'stranger' && turnOn()

        when:
        refuse()

        then:
        authenticators.hold(ayu.id()).present == (whose == 'owner')

        where:
        whose << ['owner', 'stranger']
    }

    def "a door from outside that the stranger opened is closed, the owner's own stays open"() {
        given:
        comeIn('ayu')
        def own = link('own')
        clock.goOn(Duration.ofMinutes(5))
        comeIn('ayu', 'three unrelated words', ELSEWHERE)
        tellOfStrangeDevice.tell(new TellOfStrangeDevice.Command(uuids.next(), strangers.last()))
        link('theirs')

        when:
        refuse()

        then:
        identities.of(ayu.id()) == [own]
        events.all.count { it instanceof IdentityEvent.Unlinked } == 1
    }

    def "an address the stranger wanted for the account is not to be had any more, nor when its letter comes late"() {
        given:
        strangerCameIn()
        def wanted = uuids.next()
        def move = Ticket.issue(new TicketId(wanted), ayu.id(), Purpose.CHANGE_EMAIL, new EmailAddress('mine@example.com'), clock.instant())
        issued && tickets.issue(move)

        when:
        refuse()
        tickets.issue(move)

        then:
        tickets.find(move.id()).empty

        where:
        issued << [true, false]
    }

    def "the letter is no longer good #why"() {
        given:
        strangerCameIn()

        when:
        happening.call(this)

        then:
        refuse() instanceof RefuseStranger.Outcome.NotGood
        sessions.openOf(ayu.id()).size() == 2

        where:
        why                                       | happening
        'after a week'                            | { it.clock.goOn(Duration.ofDays(7)) }
        'at an address the account has left'      | { it.users.save(it.ayu.moveTo(new EmailAddress('new@example.com'), it.clock.instant()).user()) }
    }

    def "a ticket for something else refuses nobody"() {
        given:
        strangerCameIn()

        expect:
        inspector.inspect(shown(), Purpose.RESET_PASSWORD, clock.instant()).empty
        inspector.inspect(shown(), Purpose.REFUSE_STRANGER, clock.instant()).present
    }

    def "who does not wish to be told is not"() {
        given:
        def quiet = new Profile(
                ayu.displayName(), Bio.NONE, Website.NONE, Location.NONE, ayu.language(), ZoneOffset.UTC, false, Avatar.NONE)
        users.save(ayu.tell(quiet, clock.instant()).user())

        when:
        strangerCameIn()

        then:
        strangers.size() == 1
        letters.all == []
    }

    private void strangerCameIn() {
        comeIn('ayu')
        clock.goOn(Duration.ofMinutes(5))
        comeIn('ayu', 'three unrelated words', ELSEWHERE)
        tellOfStrangeDevice.tell(new TellOfStrangeDevice.Command(uuids.next(), strangers.last()))
    }

    private refuse() {
        refuseStranger.refuse(new RefuseStranger.Command(shown()))
    }

    private Proof.Link shown() {
        new Proof.Link(new TicketToken(letters.last.content().refusal().reveal()))
    }

    private List<SessionEvent.StrangeDevice> getStrangers() {
        events.all.findAll { it instanceof SessionEvent.StrangeDevice }
    }

    private Identity link(String subject) {
        def identity = new Identity(new IdentityId(uuids.next()), ayu.id(), new Provider('google'), new Subject(subject), '', clock.instant())
        identities.add(identity)
        identity
    }
}

package dev.beranda.application.identity

import dev.beranda.application.UseCaseSpecification
import dev.beranda.application.factor.LetIn
import dev.beranda.domain.credential.PasswordCredential
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.identity.Voucher
import dev.beranda.domain.identity.VoucherCode
import dev.beranda.domain.identity.VoucherId
import dev.beranda.domain.identity.BrowserKey
import dev.beranda.domain.identity.Errand
import dev.beranda.domain.identity.ErrandToken
import dev.beranda.domain.identity.FakeVoucherSeals
import dev.beranda.domain.identity.FakeVouchers
import dev.beranda.domain.identity.FakeErrandSeals
import dev.beranda.domain.identity.FakeFinishedErrands
import dev.beranda.domain.identity.FakeIdentityProviders
import dev.beranda.domain.identity.IdentityEvent
import dev.beranda.domain.identity.IdentityId
import dev.beranda.domain.identity.OtherDoors
import dev.beranda.domain.identity.Provider
import dev.beranda.domain.identity.ProviderCode
import dev.beranda.domain.identity.ReturnAddress
import dev.beranda.domain.identity.ReturnAddresses
import dev.beranda.domain.identity.SomeErrand
import dev.beranda.domain.identity.SomeOutsider
import dev.beranda.domain.identity.Testimony
import dev.beranda.domain.letter.LetterEvent
import dev.beranda.domain.session.Session
import dev.beranda.domain.session.SessionEvent
import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.Language
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.user.User
import dev.beranda.domain.user.UserEvent

/// Everything somebody can do whom somebody outside vouches for.
class ByProviderSpec extends UseCaseSpecification {

    static final SUNRISE = new Provider('sunrise')
    static final PAGE = 'https://beranda.test/welcome'
    static final BROWSER = SomeErrand.BROWSER
    static final CODE = new ReturnFromProvider.Answer.Code(new ProviderCode('code'))

    def vouchers = new FakeVouchers()
    def finished = new FakeFinishedErrands()
    def errandSeals = new FakeErrandSeals()
    def voucherSeals = new FakeVoucherSeals()
    def providers = new FakeIdentityProviders()
    def doors = new FakeTransactions(users, credentials, sessions, tickets, events, identities, vouchers, finished)
    def otherDoors = { credentials.find(it).present } as OtherDoors
    def pages = new ReturnAddresses(new ReturnAddress('https://beranda.test/'), ['https://beranda.test'], [])

    def leave = new LeaveForProvider(providers, pages, errandSeals, throttle, uuids, clock)
    def leaveToLink = new LeaveToLink(providers, pages, sessions, errandSeals, uuids, clock)
    def link = new LinkOutsider(identities, sessions, events, doors, uuids, LIFETIMES, clock)
    def comeBack = comingBackWith(false)
    def logInByProvider = loggingInWith(false)
    def listIdentities = new ListIdentities(identities)
    def unlink = new UnlinkIdentity(identities, otherDoors, providers, events, doors, clock)

    ReturnFromProvider comingBackWith(boolean hidesAccounts) {
        def recognise = new RecogniseOutsider(
                users, identities, events, doors, uuids, clock, new RecogniseOutsider.RecognitionRules(hidesAccounts))
        new ReturnFromProvider(errandSeals, finished, providers, recognise, link, vouchers, voucherSeals, doors, uuids, clock)
    }

    LogInByProvider loggingInWith(boolean emailMustBeVerified) {
        new LogInByProvider(vouchers, voucherSeals, users, letInWith(new LetIn.AdmissionRules(emailMustBeVerified)), doors, clock)
    }

    def "a newcomer whose address the provider verified gets an account with it, and no password"() {
        when:
        def user = arriveAs(verified: 'ayu@example.com', handle: 'Ayu.K', name: 'Ayu Kartini')

        then:
        user.email() == new EmailAddress('ayu@example.com')
        user.emailVerified()
        user.username().value() == 'ayu.k'
        user.displayName().value() == 'Ayu Kartini'
        user.language() == Language.INDONESIAN
        credentials.find(user.id()).empty
        news*.class == [UserEvent.Registered, IdentityEvent.Introduced, UserEvent.EmailConfirmed]
    }

    def "a newcomer who only claims an address gets an account and a letter to confirm it"() {
        when:
        def user = arriveAs(claimed: 'ayu@example.com')

        then:
        !user.emailVerified()
        user.username().value().startsWith('user-')
        news*.class == [UserEvent.Registered, IdentityEvent.Introduced, LetterEvent.TicketWanted]
    }

    def "a name somebody has is not taken again"() {
        given:
        registered('ayu')

        expect:
        arriveAs(verified: 'other@example.com', handle: 'ayu').username().value() ==~ /ayu-[0-9a-f]{4}/
        arriveAs(subject: 's2', verified: 'third@example.com', handle: 'ayu').username().value() ==~ /ayu-[0-9a-f]{4}/
    }

    def "who has a door comes in by it, whatever the provider tells of them now"() {
        given:
        def ayu = arriveAs(verified: 'ayu@example.com')
        registered('budi')
        def before = news.size()

        expect:
        arriveAs(description).id() == ayu.id()
        news.size() == before

        where:
        description << [[:], [claimed: 'new@example.com'], [verified: 'budi@example.com'], [verified: 'ayu@example.com', handle: 'x']]
    }

    def "the same subject of another provider is somebody else"() {
        expect:
        arriveAs(verified: 'ayu@example.com').id() != arriveAs(provider: 'harbour', verified: 'other@example.com').id()
    }

    def "an address joins where both sides verified it, and the owner is told"() {
        given:
        def ayu = confirmed(registered('ayu'))

        when:
        def user = arriveAs(verified: 'ayu@example.com')

        then:
        user.id() == ayu.id()
        news.last() == new IdentityEvent.Linked(ayu.id(), SUNRISE, clock.instant())
        identities.of(ayu.id()).size() == 1
    }

    def "nobody is joined otherwise: #why"() {
        given:
        def ayu = registered('ayu')
        if (isConfirmed) {
            confirmed(ayu)
        }

        expect:
        returnAs(description, comingBackWith(hidden)).reason() == reason
        identities.of(ayu.id()) == []
        users.find(new EmailAddress('ayu@example.com')).get().id() == ayu.id()

        where:
        why                   | isConfirmed | hidden | description                   || reason
        'unconfirmed here'    | false       | false  | [verified: 'ayu@example.com'] || ReturnFromProvider.Reason.ACCOUNT_UNCONFIRMED
        'unconfirmed there'   | true        | false  | [claimed: 'ayu@example.com']  || ReturnFromProvider.Reason.ACCOUNT_EXISTS
        'on neither side'     | false       | false  | [claimed: 'ayu@example.com']  || ReturnFromProvider.Reason.ACCOUNT_EXISTS
        'accounts are hidden' | true        | true   | [claimed: 'ayu@example.com']  || ReturnFromProvider.Reason.EMAIL_UNVERIFIED
        'nobody is there'     | true        | true   | [claimed: 'new@example.com']  || ReturnFromProvider.Reason.EMAIL_UNVERIFIED
        'without an address'  | true        | false  | [:]                           || ReturnFromProvider.Reason.EMAIL_REQUIRED
    }

    def "who is shut out is turned away, and gets no new door"() {
        given:
        def ayu = confirmed(registered('ayu'))
        users.save(users.find(ayu.id()).get().disable(People.newId(), People.NOW).user())

        expect:
        returnAs(verified: 'ayu@example.com').reason() == ReturnFromProvider.Reason.ACCOUNT_DISABLED
        identities.of(ayu.id()) == []
    }

    def "of many newcomers who are the same, one account is made"() {
        given:
        providers.testimony = new Testimony.Vouched(SomeOutsider.of(verified: 'ayu@example.com', handle: 'ayu'))
        def tokens = (1..20).collect { setOut() }

        when:
        def outcomes = Race.of(20) { comeBack.comeBack(command(tokens[it])) }

        then:
        outcomes.every { it instanceof ReturnFromProvider.Outcome.Arrived }
        news.count { it instanceof UserEvent.Registered } == 1
    }

    def "what the provider says otherwise is told the page: #reason"() {
        given:
        providers.testimony = testimony

        expect:
        comeBack.comeBack(command(setOut(), answer)) == new ReturnFromProvider.Outcome.TurnedAway(new ReturnAddress(PAGE), reason)
        providers.questions == questions

        where:
        testimony                   | answer                                          | questions || reason
        new Testimony.Worthless()   | CODE                                            | 1         || ReturnFromProvider.Reason.NOT_BELIEVED
        new Testimony.Unavailable() | CODE                                            | 1         || ReturnFromProvider.Reason.UNAVAILABLE
        new Testimony.Worthless()   | new ReturnFromProvider.Answer.Denied()          | 0         || ReturnFromProvider.Reason.DENIED
        new Testimony.Worthless()   | new ReturnFromProvider.Answer.Garbled()         | 0         || ReturnFromProvider.Reason.NOT_BELIEVED
    }

    def "an errand is good once, in time, at its own door and in its own browser; else nobody is asked: #why"() {
        given:
        providers.testimony = new Testimony.Vouched(SomeOutsider.of(verified: 'ayu@example.com'))
        def token = setOut()

        when:
        def outcome = attempt(this, token)

        then:
        outcome == new ReturnFromProvider.Outcome.NotGood()
        providers.questions == questions

        where:
        why                | questions | attempt
        'twice'            | 1         | { it, t -> it.comeBack.comeBack(it.command(t)); it.comeBack.comeBack(it.command(t)) }
        'after a denial'   | 0         | { it, t -> it.comeBack.comeBack(it.command(t, new ReturnFromProvider.Answer.Denied())); it.comeBack.comeBack(it.command(t)) }
        'too late'         | 0         | { it, t -> it.clock.goOn(Errand.LIFETIME); it.comeBack.comeBack(it.command(t)) }
        'another provider' | 0         | { it, t -> it.comeBack.comeBack(it.command(t, CODE, new Provider('harbour'))) }
        'another browser'  | 0         | { it, t -> it.comeBack.comeBack(it.command(t, CODE, SUNRISE, SomeErrand.OTHER_BROWSER)) }
        'none of ours'     | 0         | { it, t -> it.comeBack.comeBack(it.command(new ErrandToken('mine'))) }
    }

    def "one leaves for a page of ours, to a provider that is there: #why"() {
        given:
        providers.away = away

        expect:
        leave.leave(new LeaveForProvider.Command(new Provider(provider), page, '', BROWSER, SOMEWHERE)).class == outcome

        where:
        why                 | provider  | page                 | away  || outcome
        'all is well'       | 'sunrise' | PAGE                 | false || LeaveForProvider.Outcome.SetOut
        'home'              | 'sunrise' | ''                   | false || LeaveForProvider.Outcome.SetOut
        'unknown'           | 'nobody'  | PAGE                 | false || LeaveForProvider.Outcome.NoSuchProvider
        'another\'s page'   | 'sunrise' | 'https://evil.test/' | false || LeaveForProvider.Outcome.ReturnNotAllowed
        'away'              | 'sunrise' | PAGE                 | true  || LeaveForProvider.Outcome.ProviderUnavailable
    }

    def "nobody sets out for ever"() {
        when:
        LeaveForProvider.PER_ADDRESS.attempts().times { setOut() }

        then:
        leave.leave(new LeaveForProvider.Command(SUNRISE, PAGE, '', BROWSER, SOMEWHERE)) instanceof LeaveForProvider.Outcome.TooManyAttempts
    }

    def "a code lets one in, once"() {
        given:
        def code = codeFor(verified: 'ayu@example.com')

        when:
        def outcomes = Race.of(20) { logInByProvider.logIn(entry(code)) }

        then:
        outcomes.count { it instanceof LogInByProvider.Outcome.Welcome } == 1
        outcomes.count { it == new LogInByProvider.Outcome.NotGood() } == 19
        sessions.openOf(users.find(new EmailAddress('ayu@example.com')).get().id()).size() == 1
    }

    def "a code shown wrongly lets nobody in, and is used up: #why"() {
        given:
        def code = codeFor(verified: 'ayu@example.com')

        expect:
        logInByProvider.logIn(attempt(this, code)) == new LogInByProvider.Outcome.NotGood()
        logInByProvider.logIn(entry(code)) == new LogInByProvider.Outcome.NotGood()

        where:
        why                      | attempt
        'too late'               | { it, c -> it.clock.goOn(Voucher.LIFETIME); it.entry(c) }
        'another browser'        | { it, c -> it.entry(c, SomeErrand.OTHER_BROWSER) }
        'a challenge nobody set' | { it, c -> it.entry(c, BROWSER, 'verifier') }
        'a page without both'    | { it, c -> it.entry(c, null, '', true) }
    }

    def "a page that says nothing of its browser may be on a server"() {
        expect:
        logInByProvider.logIn(entry(codeFor(verified: 'ayu@example.com'), null)) instanceof LogInByProvider.Outcome.Welcome
    }

    def "who set a challenge meets it"() {
        given:
        providers.testimony = new Testimony.Vouched(SomeOutsider.of(verified: 'ayu@example.com'))
        def code = comeBack.comeBack(command(setOut(voucherSeals.challengeOf('verifier')))).code()

        expect:
        logInByProvider.logIn(entry(code, null, shown, true)).class == outcome

        where:
        shown      || outcome
        'verifier' || LogInByProvider.Outcome.Welcome
        'other'    || LogInByProvider.Outcome.NotGood
    }

    def "who was shut out in between stays out, and so does who has yet to confirm where that is asked for"() {
        given:
        def code = codeFor(claimed: 'ayu@example.com')
        def user = users.find(new EmailAddress('ayu@example.com')).get()

        expect:
        loggingInWith(true).logIn(entry(code)) == new LogInByProvider.Outcome.EmailUnverified()

        when:
        def next = codeFor(claimed: 'ayu@example.com')
        users.save(user.disable(People.newId(), People.NOW).user())

        then:
        logInByProvider.logIn(entry(next)) == new LogInByProvider.Outcome.AccountDisabled()
        sessions.openOf(user.id()).empty
    }

    def "who is leaving is told when they come, and gets no new door"() {
        given:
        def ayu = registered('ayu')
        def end = clock.instant() + LeaveToLink.FRESH
        users.save(ayu.confirm(ayu.email(), People.NOW).user().leave(end, ayu.id(), clock.instant()).user())

        expect:
        logInByProvider.logIn(entry(codeFor(verified: 'ayu@example.com'))) == new LogInByProvider.Outcome.AccountLeaving(end)
        identities.of(ayu.id()) == []
    }

    def "who is logged in links a door, and it is theirs"() {
        given:
        registered('ayu')
        def caller = accessWith(tokensOf('ayu'))

        when:
        def outcome = linkAs(subject: 's1', label: 'Ayu there', caller)

        then:
        outcome == new ReturnFromProvider.Outcome.Linked(new ReturnAddress(PAGE), SUNRISE)
        news.last() == new IdentityEvent.Linked(caller.bearer().user(), SUNRISE, clock.instant())
        listIdentities.list(new ListIdentities.Query(caller))*.label() == ['Ayu there']

        and: 'linking the same again changes nothing'
        linkAs(subject: 's1', caller).class == ReturnFromProvider.Outcome.Linked
        listIdentities.list(new ListIdentities.Query(caller)).size() == 1
    }

    def "what is another's is not linked"() {
        given:
        def other = arriveAs(subject: 's1', verified: 'other@example.com')
        registered('ayu')

        expect:
        linkAs(subject: 's1', accessWith(tokensOf('ayu'))).reason() == ReturnFromProvider.Reason.LINKED_ELSEWHERE
        identities.of(other.id()).size() == 1
    }

    def "nothing is linked for who logged out in between, nor for who logged in long ago"() {
        given:
        registered('ayu')
        def caller = accessWith(tokensOf('ayu'))
        def token = setOutToLink(caller)

        when:
        evictions.endAll(caller.bearer().user(), Session.EndReason.LOGGED_OUT, clock.instant())
        providers.testimony = new Testimony.Vouched(SomeOutsider.of())

        then:
        comeBack.comeBack(command(token)).reason() == ReturnFromProvider.Reason.LOGGED_OUT
        identities.of(caller.bearer().user()) == []

        when:
        def late = accessWith(tokensOf('ayu'))
        clock.goOn(LeaveToLink.FRESH)

        then:
        leaveToLink.leave(new LeaveToLink.Command(late, SUNRISE, PAGE, BROWSER)) == new LeaveToLink.Outcome.LoginTooOld()
    }

    def "who was about to end the session in which a door was linked begins anew, and so finds it"() {
        given:
        registered('ayu')
        def caller = accessWith(tokensOf('ayu'))
        def seenBefore = sessions.find(caller.session()).get()
        assert linkAs(subject: 's1', caller).class == ReturnFromProvider.Outcome.Linked

        when:
        sessions.save(seenBefore)

        then:
        thrown(StaleAggregate)
    }

    def "one leaves to link for a page of ours, to a provider that is there: #why"() {
        given:
        registered('ayu')
        providers.away = away

        expect:
        leaveToLink.leave(new LeaveToLink.Command(accessWith(tokensOf('ayu')), new Provider(provider), page, BROWSER)).class == outcome

        where:
        why               | provider  | page                 | away  || outcome
        'all is well'     | 'sunrise' | PAGE                 | false || LeaveToLink.Outcome.SetOut
        'unknown'         | 'nobody'  | PAGE                 | false || LeaveToLink.Outcome.NoSuchProvider
        'another\'s page' | 'sunrise' | 'https://evil.test/' | false || LeaveToLink.Outcome.ReturnNotAllowed
        'away'            | 'sunrise' | PAGE                 | true  || LeaveToLink.Outcome.ProviderUnavailable
    }

    def "a door is closed unless it is the last that can be opened: #why"() {
        given:
        def user = arriveAs(verified: 'ayu@example.com')
        open.each { linkAs(it, callerOf(user)) }
        if (password) {
            credentials.add(PasswordCredential.set(user.id(), hasher.hash(this.password('three unrelated words')), People.NOW))
        }
        providers.all = asked.collect { new Provider(it) }
        def before = news.size()

        when:
        def outcome = unlink.unlink(new UnlinkIdentity.Command(callerOf(user), identities.of(user.id()).first().id()))

        then:
        outcome.class == expected
        identities.of(user.id()).size() == open.size() + (expected == UnlinkIdentity.Outcome.Unlinked ? 0 : 1)
        news.drop(before)*.class == (expected == UnlinkIdentity.Outcome.Unlinked ? [IdentityEvent.Unlinked] : [])

        where:
        why                       | open                                  | password | asked                  || expected
        'there is a password'     | []                                    | true     | ['sunrise']            || UnlinkIdentity.Outcome.Unlinked
        'there is another'        | [[subject: 's2']]                     | false    | ['sunrise']            || UnlinkIdentity.Outcome.Unlinked
        'it is the last'          | []                                    | false    | ['sunrise']            || UnlinkIdentity.Outcome.LastDoor
        'the other is never used' | [[subject: 's2', provider: 'harbour']] | false    | ['sunrise']            || UnlinkIdentity.Outcome.LastDoor
        'the other is used'       | [[subject: 's2', provider: 'harbour']] | false    | ['sunrise', 'harbour'] || UnlinkIdentity.Outcome.Unlinked
    }

    def "nobody closes another's door"() {
        given:
        def user = arriveAs(verified: 'ayu@example.com')
        registered('budi')

        expect:
        unlink.unlink(new UnlinkIdentity.Command(accessWith(tokensOf('budi')), identities.of(user.id()).first().id())) == new UnlinkIdentity.Outcome.NoSuchIdentity()
        unlink.unlink(new UnlinkIdentity.Command(callerOf(user), new IdentityId(UUID.randomUUID()))) == new UnlinkIdentity.Outcome.NoSuchIdentity()
    }

    /// Without those of sessions, which begin all the time.
    List getNews() {
        events.all.findAll { !(it instanceof SessionEvent) }
    }

    ErrandToken setOut(String challenge = '') {
        leave.leave(new LeaveForProvider.Command(SUNRISE, PAGE, challenge, BROWSER, SOMEWHERE))
        providers.given
    }

    ErrandToken setOutToLink(caller, String provider = 'sunrise') {
        assert leaveToLink.leave(new LeaveToLink.Command(caller, new Provider(provider), PAGE, BROWSER)) instanceof LeaveToLink.Outcome.SetOut
        providers.given
    }

    ReturnFromProvider.Command command(
            ErrandToken token, ReturnFromProvider.Answer answer = CODE, Provider provider = SUNRISE, BrowserKey browser = BROWSER) {
        new ReturnFromProvider.Command(provider, token, browser, answer, Language.INDONESIAN)
    }

    ReturnFromProvider.Outcome returnAs(Map<String, ?> description, ReturnFromProvider way = comeBack) {
        def outsider = SomeOutsider.of(description)
        providers.testimony = new Testimony.Vouched(outsider)
        leave.leave(new LeaveForProvider.Command(outsider.provider(), PAGE, '', BROWSER, SOMEWHERE))
        way.comeBack(command(providers.given, CODE, outsider.provider()))
    }

    ReturnFromProvider.Outcome linkAs(Map<String, ?> description, caller) {
        def outsider = SomeOutsider.of(description)
        providers.testimony = new Testimony.Vouched(outsider)
        comeBack.comeBack(command(setOutToLink(caller, outsider.provider().name()), CODE, outsider.provider()))
    }

    VoucherCode codeFor(Map<String, ?> description) {
        returnAs(description).code()
    }

    User arriveAs(Map<String, ?> description) {
        logInByProvider.logIn(entry(codeFor(description))).user()
    }

    LogInByProvider.Command entry(VoucherCode code, BrowserKey browser = BROWSER, String verifier = '', boolean fromPage = false) {
        new LogInByProvider.Command(code, browser, verifier, fromPage, SomeSession.LAPTOP)
    }

    /// Somebody who came in just now.
    def callerOf(User user) {
        def voucher = Voucher.of(new VoucherId(uuids.next()), user.id(), SUNRISE, new Voucher.Bonds('', ''), clock.instant())
        vouchers.add(voucher)
        accessWith(logInByProvider.logIn(entry(voucherSeals.codeOf(voucher.id()), null)).tokens())
    }

    User confirmed(User user) {
        users.save(user.confirm(user.email(), People.NOW).user())
        user
    }
}

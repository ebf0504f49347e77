package dev.beranda.application.credential

import dev.beranda.application.UseCaseSpecification
import dev.beranda.application.letter.ConfirmEmail
import dev.beranda.application.letter.TellOfKnownAddress
import dev.beranda.domain.letter.Content
import dev.beranda.domain.letter.LetterEvent
import dev.beranda.domain.letter.Proof
import dev.beranda.domain.letter.Purpose
import dev.beranda.domain.letter.TicketCode
import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.shared.Language
import dev.beranda.domain.user.Applicant
import dev.beranda.domain.user.User
import dev.beranda.domain.user.UserEvent
import dev.beranda.domain.user.Username
import dev.beranda.domain.user.Users
import java.time.Duration

/// Where it is told to nobody but the reader of an address that it has an account.
class HiddenAccountsSpec extends UseCaseSpecification {

    def quiet = signUpWith(new SignUp.SignUpRules(true))
    def inviteApplicant = new InviteApplicant(applicants, seals, letters, clock)
    def answerApplicant =
            new AnswerApplicant(users, applicants, inviteApplicant, new TellOfKnownAddress(users, letters), throttle)
    def remindApplicant = new RemindApplicant(users, applicants, inviteApplicant)
    def openAccount = new OpenAccount(applicants, pledges, seals, users, credentials, events, transactions, clock)
    def confirmEmail = new ConfirmEmail(inspector, tickets, users, events, transactions, clock)
    User ayu = registered('ayu')

    def "the answer, the work and what is kept are the same whether the address has an account: #address"() {
        given:
        def (hashes, news, people) = [hasher.computations, events.all.size(), users.find(ayu.email())]

        expect:
        apply(address, 'other') == new SignUp.Outcome.WelcomeByLetter()
        hasher.computations == hashes + 1
        events.all.drop(news)*.class == [LetterEvent.AccountWanted]
        users.find(new Username('other')).empty
        users.find(ayu.email()) == people

        and: "nobody gets the name, and no password opens anything: that costs what any other failure does"
        apply('citra', 'OTHER') == new SignUp.Outcome.Taken([Users.Taken.USERNAME] as Set)
        [address + '@example.com', 'other'].every {
            def before = hasher.computations
            comeIn(it, 'quite another password') == new LogIn.Outcome.WrongCredentials() && hasher.computations == before + 1
        }

        where:
        address << ['ayu', 'budi']
    }

    def "that a user name is taken is no secret, and does not tell of the address"() {
        expect:
        apply(address, 'AYU') == new SignUp.Outcome.Taken([Users.Taken.USERNAME] as Set)
        applicants.newest(new EmailAddress("$address@example.com")).empty

        where:
        address << ['ayu', 'budi']
    }

    def "the account is there when its letter is read, by the link or the digits, once: #how"() {
        given:
        apply('budi')
        answer()
        def proof = how(letters.all.last().content())

        expect:
        confirmEmail.confirm(new ConfirmEmail.Command(proof)) == new ConfirmEmail.Outcome.NotGood()
        open(proof) == new OpenAccount.Outcome.Opened()
        open(proof) == new OpenAccount.Outcome.NotGood()

        and:
        def budi = users.find(new EmailAddress('budi@example.com')).get()
        budi.emailVerified()
        budi.username().value() == 'budi'
        budi.language() == Language.INDONESIAN
        events.all.takeRight(2) == [new UserEvent.Registered(budi.id(), clock.instant()), new UserEvent.EmailConfirmed(budi.id(), clock.instant())]
        comeIn('budi') instanceof LogIn.Outcome.Welcome

        where:
        how << [{ new Proof.Link(it.token()) }, { new Proof.Digits(new EmailAddress('budi@example.com'), it.code()) }]
    }

    def "whose address has an account is told so, and nothing opens another one: not even who knows the digits"() {
        given:
        apply('ayu', 'other')
        answer()
        def applicant = applicants.newest(ayu.email()).get()

        expect:
        letters.all*.content() == [new Content.AccountExists()]
        letters.all*.to() == [ayu.email()]
        open(new Proof.Digits(ayu.email(), seals.codeOf(InviteApplicant.ticketOf(applicant)))) == new OpenAccount.Outcome.NotGood()
        open(new Proof.Link(seals.tokenOf(InviteApplicant.ticketOf(applicant)))) == new OpenAccount.Outcome.NotGood()
        users.find(ayu.email()).get() == ayu
    }

    def "to one mailbox only so much is written, and of that nothing is told: #address"() {
        when:
        def answers = (1..AnswerApplicant.PER_MAILBOX.attempts() + 2).collect {
            def answer = apply(address, "name-$it")
            this.answer()
            answer
        }

        then:
        answers.toSet() == [new SignUp.Outcome.WelcomeByLetter()] as Set
        letters.all.size() == AnswerApplicant.PER_MAILBOX.attempts()

        where:
        address << ['ayu', 'budi']
    }

    def "whoever lost the letter gets it again, and the first is as good"() {
        given:
        apply('budi')
        answer()
        def first = letters.all.last().content()

        when:
        remind('budi')
        remind('nobody')
        remind('ayu')

        then:
        letters.all.size() == 2
        letters.all.last().content() instanceof Content.Invitation
        letters.all.last().content().token().reveal() == first.token().reveal()
        open(new Proof.Link(first.token())) == new OpenAccount.Outcome.Opened()

        when:
        remind('budi')

        then:
        letters.all.size() == 2
    }

    def "digits cannot be guessed"() {
        given:
        apply('budi')
        answer()
        def right = letters.all.last().content().code()
        def address = new EmailAddress('budi@example.com')
        def wrong = new TicketCode(right.reveal() == '000000' ? '000001' : '000000')

        when:
        Applicant.MOST_GUESSES.times { assert open(new Proof.Digits(address, wrong)) == new OpenAccount.Outcome.NotGood() }

        then:
        open(new Proof.Digits(address, right)) == new OpenAccount.Outcome.NotGood()
    }

    def "a day later the letter is worthless and the name is free"() {
        given:
        apply('budi')
        answer()
        def link = new Proof.Link(letters.all.last().content().token())

        when:
        clock.goOn(Duration.ofDays(1))
        remind('budi')

        then:
        letters.all.size() == 1
        open(link) == new OpenAccount.Outcome.NotGood()
        apply('citra', 'budi') == new SignUp.Outcome.WelcomeByLetter()
    }

    def "of many who want one address the first to read it gets it, and the others come too late"() {
        given:
        def links = ['first', 'second'].collect { name ->
            apply('budi', name)
            answer()
            new Proof.Link(letters.all.last().content().token())
        }

        expect:
        open(links[1]) == new OpenAccount.Outcome.Opened()
        open(links[0]) == new OpenAccount.Outcome.NotGood()
        users.find(new EmailAddress('budi@example.com')).get().username().value() == 'second'
    }

    def "whose name somebody got in another way in the meantime has another"() {
        given:
        apply('budi')
        answer()
        registeredAs('citra', 'budi')

        expect:
        open(new Proof.Link(letters.all.last().content().token())) == new OpenAccount.Outcome.Opened()
        def budi = users.find(new EmailAddress('budi@example.com')).get()
        budi.username() == Username.provisional(budi.id())
    }

    private SignUp.Outcome apply(String address, String name = address) {
        quiet.signUp(command(address, name))
    }

    private void registeredAs(String address, String name) {
        assert signUp.signUp(command(address, name)) instanceof SignUp.Outcome.Welcome
    }

    private static SignUp.Command command(String address, String name) {
        new SignUp.Command(new EmailAddress("$address@example.com"), password('three unrelated words'), new Username(name), null,
                Language.INDONESIAN, SOMEWHERE)
    }

    private void answer() {
        answerApplicant.answer(new AnswerApplicant.Command(uuids.next(), events.all.last() as LetterEvent.AccountWanted))
    }

    private void remind(String address) {
        remindApplicant.remind(new RemindApplicant.Command(uuids.next(), new LetterEvent.TicketWanted(
                Purpose.CONFIRM_EMAIL, new EmailAddress("$address@example.com"), Language.ENGLISH, clock.instant())))
    }

    private OpenAccount.Outcome open(Proof proof) {
        openAccount.open(new OpenAccount.Command(proof))
    }
}

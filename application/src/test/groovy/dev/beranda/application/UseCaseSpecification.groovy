package dev.beranda.application

import dev.beranda.application.credential.ApplyForAccount
import dev.beranda.application.credential.ChangePassword
import dev.beranda.application.credential.LogIn
import dev.beranda.application.credential.LoginName
import dev.beranda.application.credential.ProveBothFactors
import dev.beranda.application.credential.ProveOneself
import dev.beranda.application.credential.ShutEverybodyOut
import dev.beranda.application.credential.WithdrawPassword
import dev.beranda.application.credential.SignUp
import dev.beranda.application.credential.TakeDownNewDoors
import dev.beranda.application.credential.TakeUnprovenAccount
import dev.beranda.application.factor.LetIn
import dev.beranda.application.privacy.CancelErasure
import dev.beranda.domain.audit.FakeAuditLog
import dev.beranda.domain.credential.BreachedPasswords
import dev.beranda.domain.credential.FakeCredentials
import dev.beranda.domain.credential.FakePasswordHasher
import dev.beranda.domain.credential.FakePledges
import dev.beranda.domain.credential.Password
import dev.beranda.domain.credential.PasswordPolicy
import dev.beranda.domain.credential.PasswordStrength
import dev.beranda.domain.credential.StrengthEstimate
import dev.beranda.domain.factor.FactorInspector
import dev.beranda.domain.factor.FakeAuthenticators
import dev.beranda.domain.factor.FakeChallengeSeals
import dev.beranda.domain.factor.FakeChallenges
import dev.beranda.domain.factor.FakeRecoveryCodes
import dev.beranda.domain.factor.FakeRecoveryMint
import dev.beranda.domain.factor.FakeTotp
import dev.beranda.domain.fixture.SettableClock
import dev.beranda.domain.fixture.SomeSession
import dev.beranda.domain.identity.FakeIdentities
import dev.beranda.domain.letter.Annulment
import dev.beranda.domain.letter.FakeTicketSeals
import dev.beranda.domain.letter.FakeTickets
import dev.beranda.domain.letter.SentLetters
import dev.beranda.domain.letter.TicketInspector
import dev.beranda.domain.passkey.FakePasskeyChallenges
import dev.beranda.domain.passkey.FakePasskeys
import dev.beranda.domain.session.Access
import dev.beranda.domain.session.Evictions
import dev.beranda.domain.session.FakeAccessTokens
import dev.beranda.domain.session.FakeFamiliarDevices
import dev.beranda.domain.session.FakeRefreshTokens
import dev.beranda.domain.session.FakeRevocations
import dev.beranda.domain.session.FakeSessions
import dev.beranda.domain.session.Familiarity
import dev.beranda.domain.session.Reception
import dev.beranda.domain.session.SessionLifetimes
import dev.beranda.domain.session.TokenIssuer
import dev.beranda.domain.session.TokenPair
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.shared.Language
import dev.beranda.domain.shared.Places
import dev.beranda.domain.shared.FakeThrottle
import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.RecordedEvents
import dev.beranda.domain.shared.SequentialUuids
import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.user.FakeApplicants
import dev.beranda.domain.user.FakeUsers
import dev.beranda.domain.user.User
import dev.beranda.domain.user.Username
import spock.lang.Specification

/** The front door on fakes: what every use case of it stands on. */
abstract class UseCaseSpecification extends Specification {

    static final SOMEWHERE = new ClientAddress('203.0.113.7', '203.0.113.7')
    static final LIFETIMES = SessionLifetimes.USUAL

    def clock = new SettableClock()
    def users = new FakeUsers()
    def credentials = new FakeCredentials()
    def applicants = new FakeApplicants()
    def pledges = new FakePledges(applicants)
    def sessions = new FakeSessions(users)
    def devices = new FakeFamiliarDevices()
    def whereabouts = [:]
    def places = { ClientAddress address -> Optional.ofNullable(whereabouts[address.value()]) } as Places
    def events = new RecordedEvents()
    def tickets = new FakeTickets()
    def identities = new FakeIdentities()
    def auditLog = new FakeAuditLog()
    def authenticators = new FakeAuthenticators()
    def recoveryCodes = new FakeRecoveryCodes()
    def challenges = new FakeChallenges()
    def passkeys = new FakePasskeys()
    def passkeyChallenges = new FakePasskeyChallenges()
    def transactions = new FakeTransactions(
            users, credentials, sessions, devices, tickets, identities, events, auditLog, authenticators, recoveryCodes, challenges,
            passkeys, applicants, pledges)
    def seals = new FakeTicketSeals()
    def inspector = new TicketInspector(tickets, seals)
    def letters = new SentLetters()
    def evictions = new Evictions(sessions, challenges, events)
    def throttle = new FakeThrottle(clock)
    def uuids = new SequentialUuids()
    def hasher = new FakePasswordHasher(transactions)
    def accessTokens = new FakeAccessTokens(clock)
    def refreshTokens = new FakeRefreshTokens()
    def revocations = new FakeRevocations(sessions, users)
    def issuer = new TokenIssuer(accessTokens, refreshTokens, LIFETIMES)
    def policy = new PasswordPolicy(
            12,
            { password, personal -> new StrengthEstimate(3, password.reveal().startsWith('password'), ['advice']) } as PasswordStrength,
            { false } as BreachedPasswords)

    def reception = new Reception(sessions, issuer, events, uuids, LIFETIMES, new Familiarity(devices, places))
    def signUp = signUpWith(new SignUp.SignUpRules(false))
    def totp = new FakeTotp()
    def recoveryMint = new FakeRecoveryMint()
    def challengeSeals = new FakeChallengeSeals()
    def annulment = new Annulment(tickets, uuids)
    def factors = new FactorInspector(authenticators, totp, recoveryCodes, recoveryMint, events)
    def letIn = letInWith(new LetIn.AdmissionRules(false))
    def proveBothFactors = new ProveBothFactors(credentials, hasher, factors, authenticators, sessions, transactions, throttle, clock)
    def proveOneself =
            new ProveOneself(credentials, hasher, authenticators, proveBothFactors, sessions, transactions, throttle, clock)
    def cancelErasure = new CancelErasure(users, evictions, events, transactions, clock)
    def logIn = new LogIn(users, sessions, credentials, hasher, letIn, cancelErasure, transactions, throttle)
    def takeDownNewDoors = new TakeDownNewDoors(authenticators, recoveryCodes, identities, passkeys, annulment, events, clock)
    def withdrawPassword = new WithdrawPassword(credentials, events, clock)
    def shutEverybodyOut = new ShutEverybodyOut(withdrawPassword, devices, evictions, takeDownNewDoors, events, clock)
    def takeUnprovenAccount = new TakeUnprovenAccount(users, evictions, devices, takeDownNewDoors, events, clock)
    def changePassword =
            new ChangePassword(users, credentials, policy, hasher, evictions, annulment, events, transactions, throttle, clock)

    SignUp signUpWith(SignUp.SignUpRules rules) {
        def applyForAccount = new ApplyForAccount(users, applicants, pledges, events)
        new SignUp(users, credentials, applyForAccount, policy, hasher, events, transactions, throttle, uuids, clock, rules)
    }

    LetIn letInWith(LetIn.AdmissionRules rules) {
        new LetIn(authenticators, recoveryCodes, passkeys, challenges, challengeSeals, reception, uuids, clock, rules)
    }

    static Password password(String text) {
        Password.parse(text).value()
    }

    User registered(String name = 'ayu', String password = 'three unrelated words') {
        signUp.signUp(new SignUp.Command(
                new EmailAddress("$name@example.com"), this.password(password), new Username(name), null, Language.ENGLISH, SOMEWHERE)).user()
    }

    LogIn.Outcome comeIn(String name, String password = 'three unrelated words', ClientAddress from = SOMEWHERE) {
        logIn.logIn(new LogIn.Command(
                LoginName.of(name), this.password(password), SomeSession.LAPTOP.seenAt(from)))
    }

    TokenPair tokensOf(String name) {
        comeIn(name).tokens()
    }

    Access accessWith(TokenPair tokens) {
        accessTokens.check(tokens.access()).get()
    }
}

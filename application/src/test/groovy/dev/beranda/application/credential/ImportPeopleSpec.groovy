package dev.beranda.application.credential

import dev.beranda.application.UseCaseSpecification
import dev.beranda.application.credential.ImportPeople.Result
import dev.beranda.domain.audit.AuditAction
import dev.beranda.domain.audit.AuditEntry
import dev.beranda.domain.credential.PasswordHash
import dev.beranda.domain.fixture.People
import dev.beranda.domain.letter.LetterEvent
import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.shared.Language
import dev.beranda.domain.shared.Origin
import dev.beranda.domain.shared.Role
import dev.beranda.domain.user.Actor
import dev.beranda.domain.user.DisplayName
import dev.beranda.domain.user.FakeNewcomers
import dev.beranda.domain.user.UserEvent
import dev.beranda.domain.user.Username
import java.time.Instant

class ImportPeopleSpec extends UseCaseSpecification {

    static final OFFICE = new Origin(SOMEWHERE, 'request-7')
    static final LONG_AGO = Instant.parse('2019-05-04T03:02:01Z')

    def admin = new Actor(People.newId(), Role.ADMIN)
    def importPeople = new ImportPeople(
            new FakeNewcomers(users), credentials, hasher, auditLog, events, transactions, uuids, clock)
    def brought = hasher.outdated(password('as it was there'))

    def "who is brought along is who they were, and comes in with the old password, which is hashed anew"() {
        when:
        def result = run(row('ayu', emailVerified: true, displayName: new DisplayName('Ayu L.'), hash: brought,
                language: Language.INDONESIAN, role: Role.AUTHOR, registeredAt: LONG_AGO)).first()

        then:
        def ayu = users.find(result.user()).get()
        with(ayu) {
            email().value() == 'ayu@example.com'
            emailVerified()
            username().value() == 'ayu'
            displayName().value() == 'Ayu L.'
            language() == Language.INDONESIAN
            role() == Role.AUTHOR
            !disabled()
            registeredAt() == LONG_AGO
            version() == 0
        }

        when:
        def outcome = comeIn('ayu', 'as it was there')

        then:
        outcome instanceof LogIn.Outcome.Welcome
        credentials.find(ayu.id()).get().hash().reveal().startsWith('fake:')
        comeIn('ayu', 'as it was there') instanceof LogIn.Outcome.Welcome
        comeIn('ayu', 'something else') instanceof LogIn.Outcome.WrongCredentials
    }

    def "what is left out is as of somebody new, without a password"() {
        when:
        def result = run(row(null, email: 'budi@example.com')).first()

        then:
        with(users.find(result.user()).get()) {
            username().value() ==~ /user-[0-9a-f]{12}/
            displayName().value() == username().value()
            role() == Role.READER
            !emailVerified()
            registeredAt() == clock.instant()
        }
        credentials.find(result.user()).empty
        comeIn('budi@example.com', '') instanceof LogIn.Outcome.WrongCredentials
    }

    def "who was shut out there is shut out here"() {
        given:
        run(row('ayu', disabled: true, hash: brought))

        expect:
        comeIn('ayu', 'as it was there') instanceof LogIn.Outcome.AccountDisabled
    }

    def "nobody is written to; it is news that they were brought, and each is in the log"() {
        when:
        def results = run(row('ayu', hash: brought), row('budi', role: Role.EDITOR, disabled: true))

        then:
        events.all.every { it instanceof UserEvent.Brought }
        events.all*.user() == results*.user()
        !events.all.any { it instanceof LetterEvent }
        auditLog.all == [
                entry(results[0], [role: 'reader', disabled: false, email_verified: false, password: true]),
                entry(results[1], [role: 'editor', disabled: true, email_verified: false, password: false])]
    }

    def "done again it changes nothing"() {
        given:
        def rows = [row('ayu', hash: brought), row('budi')]
        run(*rows)
        def before = [users.find(new Username('ayu')), credentials.find(users.find(new Username('ayu')).get().id()), events.all.size(), auditLog.all.size()]

        when:
        def results = run(*rows)
        def others = run(row('other', email: 'ayu@example.com', hash: hasher.outdated(password('another')), role: Role.EDITOR))

        then:
        (results + others).every { it == new Result.Exists() }
        before == [users.find(new Username('ayu')), credentials.find(users.find(new Username('ayu')).get().id()), events.all.size(), auditLog.all.size()]
    }

    def "a dry run tells the same and does nothing"() {
        given:
        registered('ayu')
        def rows = [row('ayu'), row('budi', hash: brought), row('AYU', email: 'third@example.com'), row('eka', role: Role.ADMIN)]
        def news = events.all.size()

        when:
        def dry = run(rows, true)

        then:
        events.all.size() == news
        auditLog.all.empty
        users.find(new Username('budi')).empty
        dry*.class == [Result.Exists, Result.Created, Result.Refused, Result.Refused]
        run(*rows)*.class == dry*.class
    }

    def "all that is wrong with a row is told, and stops no other: #wrong"() {
        given:
        registered('taken')

        when:
        def results = run(row('first'), bad(this), row('last'))

        then:
        results*.class == [Result.Created, Result.Refused, Result.Created]
        results[1].wrong().collectEntries { [it.field(), it.flaw().code()] } == wrong
        users.find(new EmailAddress('bad@example.com')).empty

        where:
        bad                                                                                || wrong
        ({ it.row('bad', hash: new PasswordHash('md5:1:2')) })                             || [password_hash: 'password_hash_unknown']
        ({ it.row('bad', role: Role.ADMIN) })                                              || [role: 'role_not_importable']
        ({ it.row('bad', registeredAt: it.clock.instant().plusNanos(1)) })                 || [created_at: 'time_in_future']
        ({ it.row('First', email: 'bad@example.com') })                                    || [username: 'repeated']
        ({ it.row('bad', email: 'first@example.com') })                                    || [email: 'repeated']
        ({ it.row('TAKEN', email: 'bad@example.com') })                                    || [username: 'username_taken']
        ({ it.row('bad', role: Role.ADMIN, hash: new PasswordHash('x'), registeredAt: Instant.MAX) }) || [role: 'role_not_importable', password_hash: 'password_hash_unknown', created_at: 'time_in_future']
    }

    def "who is no administrator brings nobody along: #role"() {
        expect:
        importPeople.importPeople(new ImportPeople.Command(new Actor(People.newId(), role), OFFICE, [row('ayu')], false)) == new ImportPeople.Outcome.NotAllowed()
        users.find(new Username('ayu')).empty

        where:
        role << [Role.READER, Role.AUTHOR, Role.EDITOR]
    }

    ImportPeople.Row row(Map<String, ?> wishes = [:], String name) {
        new ImportPeople.Row(
                new EmailAddress(wishes.email as String ?: "$name@example.com"),
                wishes.emailVerified as boolean,
                name ? new Username(name) : null,
                wishes.displayName as DisplayName,
                wishes.hash as PasswordHash,
                wishes.language as Language ?: Language.ENGLISH,
                wishes.role as Role ?: Role.READER,
                wishes.disabled as boolean,
                wishes.registeredAt as Instant)
    }

    private List<Result> run(List<ImportPeople.Row> rows, boolean dryRun) {
        importPeople.importPeople(new ImportPeople.Command(admin, OFFICE, rows, dryRun)).results()
    }

    private List<Result> run(ImportPeople.Row... rows) {
        run(rows as List, false)
    }

    private AuditEntry entry(Result result, Map<String, Object> after) {
        new AuditEntry(clock.instant(), admin.id(), OFFICE, AuditAction.USER_IMPORTED, result.user().toString(), [:], after)
    }
}

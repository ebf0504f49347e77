package dev.beranda.domain.user

import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.shared.Language
import dev.beranda.domain.shared.Role
import java.time.Instant
import java.time.ZoneId
import spock.lang.Specification

class UserSpec extends Specification {

    static final NOW = Instant.parse('2026-03-01T12:00:00Z')
    static final ADMIN = new UserId(UUID.fromString('019d0000-0000-7000-8000-000000000001'))
    static final AYU = new UserId(UUID.fromString('019d0000-0000-7000-8000-000000000002'))

    def ayu = User.register(
            AYU, new EmailAddress('ayu@example.com'), new Username('ayu'), new DisplayName('Ayu'), Language.ENGLISH, Role.READER, NOW)
            .user()

    def "who registers is a reader whose address is not confirmed yet, and it is news"() {
        when:
        def registration = User.register(
                AYU, new EmailAddress('ayu@example.com'), new Username('ayu'), new DisplayName('Ayu'), Language.ENGLISH, Role.READER, NOW)

        then:
        with(registration.user()) {
            !emailVerified()
            !disabled()
            authority() == 0
            registeredAt() == NOW
        }
        registration.event() == new UserEvent.Registered(AYU, NOW)
    }

    def "another role makes every token that says the old one worthless"() {
        when:
        def decision = ayu.assign(Role.EDITOR, ADMIN, NOW)

        then:
        decision instanceof Appointment.Changed
        decision.user().role() == Role.EDITOR
        decision.user().authority() == ayu.authority() + 1
        decision.event() == new UserEvent.RoleChanged(AYU, Role.READER, Role.EDITOR, ADMIN, NOW)
    }

    def "the role somebody has already changes nothing"() {
        expect:
        ayu.assign(Role.READER, ADMIN, NOW) == new Appointment.Unchanged(ayu)
    }

    def "shutting out and letting in again both make old tokens worthless"() {
        when:
        def out = ayu.disable(ADMIN, NOW) as Suspension.Changed
        def again = out.user().enable(ADMIN, NOW) as Suspension.Changed

        then:
        out.user().disabled()
        out.event() == new UserEvent.Disabled(AYU, ADMIN, NOW)
        !again.user().disabled()
        again.event() == new UserEvent.Enabled(AYU, ADMIN, NOW)
        [ayu, out.user(), again.user()]*.authority() == [0, 1, 2]
    }

    def "doing it twice changes nothing"() {
        given:
        def out = (ayu.disable(ADMIN, NOW) as Suspension.Changed).user()

        expect:
        out.disable(ADMIN, NOW) == new Suspension.Unchanged(out)
        ayu.enable(ADMIN, NOW) == new Suspension.Unchanged(ayu)
    }

    def "an address is confirmed once, and only the one the account has"() {
        when:
        def confirmed = ayu.confirm(ayu.email(), NOW) as Confirmation.Confirmed

        then:
        confirmed.user().emailVerified()
        confirmed.user().authority() == ayu.authority()
        confirmed.event() == new UserEvent.EmailConfirmed(AYU, NOW)
        confirmed.user().confirm(ayu.email(), NOW) == new Confirmation.Unchanged(confirmed.user())
        ayu.confirm(new EmailAddress('another@example.com'), NOW) == new Confirmation.AnotherAddress()
    }

    def "who moves to another address is reached there"() {
        given:
        def home = new EmailAddress('home@example.com')

        when:
        def moved = ayu.moveTo(home, NOW) as AddressChange.Changed

        then:
        moved.user().email() == home
        moved.user().emailVerified()
        moved.event() == new UserEvent.EmailChanged(AYU, ayu.email(), home, NOW)
        moved.user().moveTo(home, NOW) == new AddressChange.Unchanged(moved.user())
    }

    def "what somebody tells about themselves is news, and to say it twice is none"() {
        given:
        def told = new Profile(
                new DisplayName('Ayu Lestari'), new Bio('Reads.'), Website.NONE, new Location('Bandung'), Language.INDONESIAN, ZoneId.of('Asia/Jakarta'),
                false, new Avatar('a-picture'))

        when:
        def change = ayu.tell(told, NOW) as ProfileChange.Changed

        then:
        change.user().displayName().value() == 'Ayu Lestari'
        change.user().language() == Language.INDONESIAN
        change.user().authority() == ayu.authority()
        change.event() == new UserEvent.ProfileChanged(AYU, NOW)
        change.user().tell(told, NOW) == new ProfileChange.Unchanged(change.user())
    }

    def "role and being shut out change together, each with its news"() {
        expect:
        ayu.allow(role, disabled, ADMIN, NOW).events()*.class == news
        ayu.allow(role, disabled, ADMIN, NOW).user().role() == role
        ayu.allow(role, disabled, ADMIN, NOW).user().disabled() == disabled
        ayu.allow(role, disabled, ADMIN, NOW).user().authority() == ayu.authority() + news.size()

        where:
        role        | disabled || news
        Role.READER | false    || []
        Role.EDITOR | false    || [UserEvent.RoleChanged]
        Role.READER | true     || [UserEvent.Disabled]
        Role.EDITOR | true     || [UserEvent.RoleChanged, UserEvent.Disabled]
    }

    def "#role #may act on others as an administrator, and nobody on themselves"() {
        given:
        def actor = new Actor(ADMIN, role)

        expect:
        actor.mayAdminister(AYU) == allowed
        !actor.mayAdminister(ADMIN)

        where:
        role        || allowed
        Role.READER || false
        Role.AUTHOR || false
        Role.EDITOR || false
        Role.ADMIN  || true

        may = allowed ? 'may' : 'may not'
    }

    def "who leaves is barred like who is shut out, with every token, until they think better of it"() {
        when:
        def left = ayu.leave(NOW.plusSeconds(60), AYU, NOW)
        def leaver = left.user()

        then:
        left.event() == new UserEvent.Leaving(AYU, AYU, NOW.plusSeconds(60), NOW)
        leaver.stay() == new Stay.Until(NOW.plusSeconds(60))
        leaver.barred
        !leaver.disabled()
        leaver.authority() == ayu.authority() + 1
        leaver.leave(NOW.plusSeconds(99), ADMIN, NOW) == new Parting.Unchanged(leaver)

        when:
        def kept = leaver.remain(NOW)

        then:
        kept.event() == new UserEvent.Remained(AYU, NOW)
        !kept.user().barred
        kept.user().authority() == leaver.authority() + 1
        ayu.remain(NOW) == new Parting.Unchanged(ayu)
    }

    def "whatever else changes about who is leaving, they are leaving: #what"() {
        given:
        def leaver = ayu.leave(NOW.plusSeconds(60), AYU, NOW).user()

        expect:
        change(leaver).user().stay() == leaver.stay()

        where:
        what       | change
        'role'     | { it.assign(Role.EDITOR, ADMIN, NOW) }
        'shut out' | { it.disable(ADMIN, NOW) }
        'profile'  | { it.tell(Profile.of(new DisplayName('Budi'), Language.ENGLISH), NOW) }
        'address'  | { it.moveTo(new EmailAddress('new@example.com'), NOW) }
    }
}

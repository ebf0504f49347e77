package dev.beranda.application.credential

import dev.beranda.application.UseCaseSpecification
import dev.beranda.domain.audit.AuditAction
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.EmailAddress

class AppointFirstAdministratorSpec extends UseCaseSpecification {

    def appoint = new AppointFirstAdministrator(
            users, credentials, policy, hasher, auditLog, events, transactions, uuids, clock)

    def "a new installation gets the administrator its operator named, once"() {
        when:
        def first = appoint.appoint(command('admin@example.com'))
        def again = appoint.appoint(command('other@example.com'))

        then:
        with((first as AppointFirstAdministrator.Outcome.Appointed).administrator()) {
            role() == Role.ADMIN
            emailVerified()
            users.find(id()).get().emailVerified()
        }
        again == new AppointFirstAdministrator.Outcome.ThereIsOne()
        comeIn('admin@example.com') instanceof LogIn.Outcome.Welcome

        and: "and it is written down"
        auditLog.all*.action() == [AuditAction.FIRST_ADMINISTRATOR_APPOINTED]
        auditLog.all*.actor() == [first.administrator().id()]
    }

    def "somebody who signed up with the address first is not made one"() {
        given:
        registered('ayu')

        expect:
        appoint.appoint(command('ayu@example.com')) == new AppointFirstAdministrator.Outcome.AddressTaken()
        !users.anybodyIs(Role.ADMIN)
    }

    def "an administrator's password has to be good enough too"() {
        expect:
        appoint.appoint(command('admin@example.com', 'short')) instanceof AppointFirstAdministrator.Outcome.WeakPassword
        !users.anybodyIs(Role.ADMIN)
    }

    private static command(String email, String password = 'three unrelated words') {
        new AppointFirstAdministrator.Command(new EmailAddress(email), this.password(password))
    }
}

package dev.beranda.application.user

import dev.beranda.application.UseCaseSpecification
import dev.beranda.domain.shared.Role
import dev.beranda.domain.user.Actor
import dev.beranda.domain.user.UserEvent
import dev.beranda.domain.user.UserId

class AdministrationSpec extends UseCaseSpecification {

    def ayu = registered('ayu')
    def admin = new Actor(new UserId(UUID.randomUUID()), Role.ADMIN)
    def assignRole = new AssignRole(users, events, transactions, clock)
    def suspendUser = new SuspendUser(users, events, transactions, clock)

    def "an administrator gives roles, and it is news when something changes"() {
        when:
        def outcome = assignRole.assign(new AssignRole.Command(admin, ayu.id(), Role.AUTHOR))
        assignRole.assign(new AssignRole.Command(admin, ayu.id(), Role.AUTHOR))

        then:
        outcome instanceof AssignRole.Outcome.Done
        users.find(ayu.id()).get().role() == Role.AUTHOR
        events.all.count { it instanceof UserEvent.RoleChanged } == 1
    }

    def "an administrator shuts people out and lets them in again"() {
        when:
        suspendUser.suspend(new SuspendUser.Command(admin, ayu.id(), true))

        then:
        users.find(ayu.id()).get().disabled()

        when:
        suspendUser.suspend(new SuspendUser.Command(admin, ayu.id(), false))

        then:
        !users.find(ayu.id()).get().disabled()
    }

    def "nobody else may, and an administrator not on themselves: #role"() {
        given:
        def somebody = new Actor(role == Role.ADMIN ? ayu.id() : admin.id(), role)

        expect:
        assignRole.assign(new AssignRole.Command(somebody, ayu.id(), Role.ADMIN)) == new AssignRole.Outcome.NotAllowed()
        suspendUser.suspend(new SuspendUser.Command(somebody, ayu.id(), true)) == new SuspendUser.Outcome.NotAllowed()
        users.find(ayu.id()).get() == ayu

        where:
        role << Role.values()
    }

    def "there may be nobody to act on"() {
        given:
        def nobody = new UserId(UUID.randomUUID())

        expect:
        assignRole.assign(new AssignRole.Command(admin, nobody, Role.AUTHOR)) == new AssignRole.Outcome.NoSuchUser()
        suspendUser.suspend(new SuspendUser.Command(admin, nobody, true)) == new SuspendUser.Outcome.NoSuchUser()
    }
}

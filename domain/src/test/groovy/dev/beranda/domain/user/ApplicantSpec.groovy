package dev.beranda.domain.user

import dev.beranda.domain.fixture.People
import dev.beranda.domain.shared.Role
import spock.lang.Specification

class ApplicantSpec extends Specification {

    def ayu = Applicant.of(People.somebody(displayName: 'Ayu', role: Role.ADMIN, emailVerified: true))
    def later = People.NOW.plusSeconds(60)

    def "whoever becomes somebody has shown that they read their mail, and is a reader like all"() {
        when:
        def entry = ayu.enter(later)

        then:
        entry.user().emailVerified()
        entry.user().role() == Role.READER
        entry.user().id() == ayu.id()
        entry.user().username() == ayu.username()
        entry.user().registeredAt() == later
        entry.events() == [new UserEvent.Registered(ayu.id(), later), new UserEvent.EmailConfirmed(ayu.id(), later)]
    }

    def "for whom the name is gone another is made up, and all else stays"() {
        expect:
        with(ayu.withAnotherName()) {
            username() == Username.provisional(ayu.id())
            displayName() == ayu.displayName()
            email() == ayu.email()
        }
    }

    def "they wait for a day"() {
        expect:
        ayu.isWaiting(ayu.expiresAt().minusMillis(1))
        !ayu.isWaiting(ayu.expiresAt())
    }
}
